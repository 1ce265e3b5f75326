// What `npm run demo` prints when it is open: where it is, and whom one can be there, each with an address that signs in.
import { wordsIn } from "../app/words";
import type { Config } from "./config";
import type { Office } from "./office";
import { demoPeople } from "./views/demo-people";

export async function presentDemo(office: Office, config: Config): Promise<void> {
  const people = await demoPeople(office, null);
  const { demo } = wordsIn(config.defaultLanguage).shell;
  const lines = people.ok ? people.value.people.map(({ userId, name }) => `  ${name.padEnd(longest(people.value.people))}  ${config.baseUrl}/demo/sign-in?person=${userId}`) : [];
  console.log(["", `Samtun: ${config.baseUrl}`, "", ...(lines.length > 0 ? lines : [`  ${demo.nobody}`]), "", demo.note, ""].join("\n"));
}

function longest(people: readonly { readonly name: string }[]): number {
  return Math.max(...people.map(({ name }) => name.length));
}
