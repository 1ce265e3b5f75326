// What `npm run demo` prints when it is open: where it is, and whom one can be there, each with an address that signs in.
import { wordsIn } from "../app/words";
import type { Config } from "./config";
import type { Office } from "./office";
import { demoPeople } from "./views/demo-people";

export async function presentDemo(office: Office, config: Config): Promise<void> {
  const found = await demoPeople(office, null);
  const people = found.ok ? found.value.people : [];
  const { roles, shell } = wordsIn(config.defaultLanguage);
  const rows = people.map(({ userId, name, role }) => ({
    name, role: role === "administrator" ? roles.administrator : roles.role[role], address: `${config.baseUrl}/demo/sign-in?person=${userId}`,
  }));
  const [nameWidth, roleWidth] = [longest(rows.map(({ name }) => name)), longest(rows.map(({ role }) => role))];
  const lines = rows.map(({ name, role, address }) => `  ${name.padEnd(nameWidth)}  ${role.padEnd(roleWidth)}  ${address}`);
  console.log(["", `Samtun: ${config.baseUrl}`, "", ...(lines.length > 0 ? lines : [`  ${shell.demo.nobody}`]), "", shell.demo.note, ""].join("\n"));
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
