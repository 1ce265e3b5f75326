// A person's choice of language and colours is kept with them; a stranger's is not stored. The demo shows whom one can be, and only there.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../../app/domain/ids";
import { addPerson, findPerson } from "../../db/person";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { testOffice, type TestOffice } from "../testing";
import type { Visitor } from "../visitor";
import { demoPeople } from "../views/demo-people";
import { greetDemoPerson } from "./greet-demo-person";
import { setPreference } from "./set-preference";

const userId = "user-1" as UserId;
const visitor: Visitor = { userId, sessionId: "s", name: "Forelder A", email: "a@eksempel.no", language: "nb", colourScheme: "auto", administratorOf: null };

describe.each(testDatabases)("on %s", (kind) => {
  let office: TestOffice;
  beforeEach(async () => {
    office = await testOffice(kind, "demo");
    await inTransaction(office.db, (db) => addPerson(db, office.now(), {
      userId, accountId: "account-1", name: visitor.name, email: visitor.email, passwordHash: "-", emailVerified: true, language: "nb",
    }));
  });
  afterEach(() => office.close());

  test("[U3] each choice is kept by itself and leaves the other as it was", async () => {
    expect(await setPreference(office, visitor, { language: "nn" })).toEqual({ ok: true, value: null });
    expect(await findPerson(office.db, userId)).toMatchObject({ language: "nn", colourScheme: "auto" });
    await setPreference(office, { ...visitor, language: "nn" }, { colourScheme: "dark" });
    expect(await findPerson(office.db, userId)).toMatchObject({ language: "nn", colourScheme: "dark" });
  });

  test("[U3] an account without choices gets its first", async () => {
    await office.db.deleteFrom("person").execute();
    await setPreference(office, visitor, { colourScheme: "light" });
    expect(await findPerson(office.db, userId)).toMatchObject({ language: "nb", colourScheme: "light" });
  });

  test("[U3] a stranger's choice is the browser's to keep", async () => {
    await setPreference(office, null, { language: "en" });
    expect(await office.db.selectFrom("person").select("language").execute()).toEqual([{ language: "nb" }]);
  });

  test("[U7] a demo person reads what the guest was reading, and only in the demo", async () => {
    const wish = { userId, language: "en", colourScheme: "dark" } as const;
    expect(await greetDemoPerson({ ...office, mode: "production" }, null, wish)).toEqual({ ok: false, refusal: { code: "notInThisMode" } });
    expect(await findPerson(office.db, userId)).toMatchObject({ language: "nb" });
    await greetDemoPerson(office, null, wish);
    expect(await findPerson(office.db, userId)).toMatchObject({ language: "en", colourScheme: "dark" });
  });

  test("[U7] nobody is listed outside the demo, and nobody yet in an empty one", async () => {
    expect(await demoPeople(office, null)).toEqual({ ok: true, value: { projectName: "", people: [] } });
    expect(await demoPeople({ ...office, mode: "production" }, null)).toEqual({ ok: false, refusal: { code: "notInThisMode" } });
  });
});
