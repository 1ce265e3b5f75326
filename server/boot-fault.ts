// Turns what can be expected to go wrong at boot into one sentence that says what to do. Anything else is a fault of ours and keeps its stack.
import { DatabaseIsNewer } from "../db/migrate";
import type { Mode } from "./office";

export type Asked = { readonly port: number; readonly database: string; readonly mode: Mode };

/** The sentence, or null for a fault nobody foresaw. `database` never holds a password. */
export function bootFault(fault: unknown, { port, database, mode }: Asked): string | null {
  const cure = mode === "demo" ? "begin the demo again with: npm run demo -- --reset" : "restore it from a backup, or move it away to begin with an empty one";
  if (fault instanceof DatabaseIsNewer) {
    return `The database ${database} was made by a newer Samtun (${fault.message}): start that version, or ${cure}.`;
  }
  const code = typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use: stop the program that has it, or choose another, for example PORT=${port + 1}.`,
    EADDRNOTAVAIL: "HOST names an address that this machine does not have.",
    ENOTFOUND: `A host name is not known: check HOST and the database address ${database}.`,
    EACCES: `This user may not open port ${port} or write the folder of ${database}.`,
    EPERM: `This user may not write the folder of ${database}.`,
    EROFS: `The folder of ${database} is on a disk that cannot be written.`,
    EEXIST: `The folder of ${database} cannot be made: a file has its name.`,
    ENOTDIR: `The folder of ${database} cannot be made: a file has its name.`,
    ENOSPC: `The disk that holds ${database} is full.`,
    SQLITE_NOTADB: `${database} is not a database: ${cure}.`,
    SQLITE_CORRUPT: `${database} is damaged: ${cure}.`,
    SQLITE_CANTOPEN: `${database} cannot be opened: this user must be able to read and write it and its folder.`,
    SQLITE_READONLY: `${database} cannot be written: this user must be able to write it and its folder.`,
    SQLITE_BUSY: `${database} is held by another program: stop that first.`,
    SQLITE_FULL: `The disk that holds ${database} is full.`,
    ECONNREFUSED: `The database server at ${database} does not answer.`,
    ETIMEDOUT: `The database server at ${database} does not answer.`,
    EHOSTUNREACH: `The database server at ${database} does not answer.`,
    "28P01": `The database server at ${database} does not accept the user name and password in DATABASE_URL.`,
    "28000": `The database server at ${database} does not let this user in.`,
    "3D000": `The database server has no database called as in ${database}.`,
    "42501": `The database user may not create tables in ${database}.`,
    "57P03": `The database server at ${database} is still starting.`,
  };
  return sentences[code] ?? sentences[code.replace(/^(SQLITE_[A-Z]+)_.*/, "$1")] ?? null;
}

/** The address of a database without user name and password, fit for a log. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  return protocol.startsWith("postgres") ? `${protocol}//${host}${pathname}` : url;
}
