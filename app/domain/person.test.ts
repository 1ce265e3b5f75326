// What a person may type as a name, theirs or anybody's.
import { expect, test } from "vitest";
import { nameField } from "./person";

test.each(["010190 12345", "01019012345", "Solknatten 010190 12345", "1234 56 78901"])("[P8] %s looks like a national identity number, and is no name", (name) => {
  expect(nameField.safeParse(name).error?.issues.map((each) => each.message)).toEqual(["looksLikeNationalId"]);
});

test.each(["Forelder A", "Solknatten borettslag", "Felt B3 – 2029", "Æsops å"])("[P8] %s is a name", (name) => {
  expect(nameField.safeParse(`  ${name} `)).toMatchObject({ success: true, data: name });
});
