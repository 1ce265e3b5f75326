// The kinds of value a variable of the environment can have. Each answers the value, or what is wrong with it as the end of a sentence.
import { isIP } from "node:net";

export type Parsed<T> = { readonly value: T } | { readonly fault: string };

export function isOneOf<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const found = choices.find((choice) => choice === text);
  return found === undefined ? { fault: `must be one of ${choices.join(", ")}` } : { value: found };
}

export function wholeNumber(text: string, least: number, most: number): Parsed<number> {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? { value: number } : { fault: `must be a whole number from ${least} to ${most}` };
}

/** The text itself is never repeated in the fault: such a URL often holds a password. */
export function urlOf(text: string, protocols: readonly string[]): Parsed<string> {
  const wanted = protocols.map((each) => `${each}//`).join(" or ");
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== "" ? { value: text } : { fault: `must begin with ${wanted} and name a host` };
}

/** The address people type, without a path. Only this machine itself may be reached without https: passwords travel here. */
export function absoluteUrl(text: string): Parsed<string> {
  const parsed = urlOf(text, ["https:", "http:"]);
  if ("fault" in parsed) return parsed;
  const url = new URL(text);
  if (url.pathname !== "/" || url.search || url.hash || url.username) return { fault: "must be an address without a path, like https://samtun.example.no" };
  const thisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "http:" && !thisMachine) return { fault: "must begin with https:// (http:// is for localhost only)" };
  return { value: url.origin };
}

/** `postgres://…` as it is; an SQLite file as its path, with or without `sqlite:` before it. */
export function databaseUrl(text: string): Parsed<string> {
  if (/^postgres(ql)?:\/\//.test(text)) {
    // a server on this machine may be reached through a socket: postgres:///samtun?host=/var/run/postgresql
    const throughSocket = URL.canParse(text) && new URL(text).searchParams.has("host");
    return throughSocket ? { value: text } : urlOf(text, ["postgres:", "postgresql:"]);
  }
  const path = text.replace(/^(sqlite|file):(\/\/(?=\/))?/, "");
  if (path === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { fault: "must begin with postgres:// or be the path of an SQLite file" };
  return { value: path };
}

/** What can be sent as `Authorization: Bearer …` (RFC 6750). */
export function bearerToken(text: string, least: number): Parsed<string> {
  if (text.length < least) return { fault: `must have at least ${least} characters` };
  return /^[\w.~+/-]+=*$/.test(text) ? { value: text } : { fault: "must be of letters a to z, digits and - . _ ~ + / only, as from: openssl rand -hex 32" };
}

export function isProxy(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", bits, ...rest] = text.split("/");
  const width = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= width));
}
