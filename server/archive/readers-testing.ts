// Whether the programs are here that read back what we write; `npm test` names the tests that were left out for want of them.
import { existsSync } from "node:fs";
import { join } from "node:path";

export function hasPrograms(...programs: string[]): boolean {
  const folders = (process.env.PATH ?? "").split(":");
  return programs.every((program) => folders.some((folder) => existsSync(join(folder, program))));
}
