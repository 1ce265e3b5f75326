// Reads the environment once, at boot. Whatever is wrong, missing or misspelt is told in one message, all of it at once.
import { languages, type Language } from "../app/domain/preference";
import type { Mode } from "./office";
import { logLevels, type LogLevel } from "./log";
import { absoluteUrl, bearerToken, databaseUrl, isOneOf, isProxy, urlOf, wholeNumber, type Parsed } from "./config-values";
import { nearestName } from "./nearest-name";
import { signingKey } from "./proof/signing-key";

export type Config = {
  readonly mode: Mode;
  readonly port: number;
  /** Null listens on every address of the machine. */
  readonly host: string | null;
  /** `postgres://…` or the path of an SQLite file. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly baseUrl: string;
  readonly secret: string;
  /** Ed25519 keys in PEM: the first private one signs checkpoints. Null: a file in the data folder. */
  readonly signingKey: string | null;
  /** Where files lie that belong to this server: the SQLite file when no other is named, the key, the checkpoints. */
  readonly dataFolder: string;
  /** [E2] In megabytes: the largest file, and all files of a project together. */
  readonly largestFileMb: number;
  readonly projectFilesMb: number;
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
  readonly trustedProxies: readonly string[];
  readonly defaultLanguage: Language;
  readonly accessibilityStatementUrl: string | null;
  /** Who knows it may fetch metrics; null when nobody may. */
  readonly metricsToken: string | null;
  /** How long a server that was told to stop goes on as before, so that load balancers notice. */
  readonly drainSeconds: number;
  /** How long closing may take after that. */
  readonly stopSeconds: number;
};

type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigAnswer = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

const secrets = ["SAMTUN_SECRET", "SAMTUN_SIGNING_KEY", "DATABASE_URL", "REDIS_URL", "SMTP_URL", "SAMTUN_METRICS_TOKEN"] as const;
const plain = [
  "PORT", "HOST", "SAMTUN_MODE", "SAMTUN_DATA", "SAMTUN_BASE_URL", "SAMTUN_MAIL_FROM", "SAMTUN_LOG_LEVEL", "SAMTUN_TRUSTED_PROXIES",
  "SAMTUN_DEFAULT_LANGUAGE", "SAMTUN_ACCESSIBILITY_STATEMENT_URL", "SAMTUN_DRAIN_SECONDS", "SAMTUN_STOP_SECONDS", "SAMTUN_LARGEST_FILE_MB", "SAMTUN_PROJECT_FILES_MB",
] as const;
export const variableNames: readonly string[] = [...plain, ...secrets.flatMap((name) => [name, `${name}_FILE`])];
type Name = (typeof secrets)[number] | (typeof plain)[number];

/** In megabytes. */
export const defaultLimits = { file: 50, project: 2_000 } as const;

const modes: readonly Mode[] = ["production", "demo", "development"];
/** Used where people only try things out; production refuses to start without one of its own. */
const openSecret = "not-a-secret-only-for-demo-and-development";
const shortestSecret = 32;

/** `readFile` gives the text of the file a `NAME_FILE` variable points at, or throws. */
export function readConfig(environment: Environment, readFile: (path: string) => string): ConfigAnswer {
  const faults: string[] = misspelt(environment);
  const values = new Map<Name, string>();
  for (const name of plain) if (environment[name]) values.set(name, environment[name]);
  for (const name of secrets) readSecret(environment, name, readFile, values, faults);

  function read<T>(name: Name, parse: (text: string) => Parsed<T>, otherwise: T): T {
    const text = values.get(name);
    if (text === undefined) return otherwise;
    const parsed = parse(text);
    if ("fault" in parsed) faults.push(`${name} ${parsed.fault}.`);
    return "fault" in parsed ? otherwise : parsed.value;
  }
  function missingInProduction(name: Name, why: string): void {
    if (mode === "production" && !values.has(name) && !faults.some((fault) => fault.startsWith(name))) faults.push(`${name} is missing: ${why}.`);
  }

  const mode = read<Mode>("SAMTUN_MODE", (text) => isOneOf(text, modes), "production");
  missingInProduction("SAMTUN_BASE_URL", "the address where people reach this server, for links in letters and for checking where a request comes from");
  missingInProduction("SAMTUN_SECRET", `at least ${shortestSecret} random characters that sign sessions, for example from: openssl rand -base64 48`);
  missingInProduction("SMTP_URL", "invitations and new passwords are sent as e-mail, for example smtp://mail.example.no:25");
  missingInProduction("SAMTUN_MAIL_FROM", "the address that e-mail is sent from, for example samtun@example.no");

  const port = read<number>("PORT", (text) => wholeNumber(text, 1, 65_535), 3000);
  const config: Config = {
    mode,
    port,
    host: values.get("HOST") ?? (mode === "production" ? null : "localhost"),
    databaseUrl: read("DATABASE_URL", databaseUrl, `${values.get("SAMTUN_DATA") ?? "data"}/samtun.sqlite`),
    redisUrl: read<string | null>("REDIS_URL", (text) => urlOf(text, ["redis:", "rediss:"]), null),
    smtpUrl: read<string | null>("SMTP_URL", (text) => urlOf(text, ["smtp:", "smtps:"]), null),
    baseUrl: read("SAMTUN_BASE_URL", absoluteUrl, `http://localhost:${port}`),
    secret: read("SAMTUN_SECRET", longEnough, openSecret),
    signingKey: read<string | null>("SAMTUN_SIGNING_KEY", signingPem, null),
    dataFolder: values.get("SAMTUN_DATA") ?? "data",
    largestFileMb: read<number>("SAMTUN_LARGEST_FILE_MB", (text) => wholeNumber(text, 1, 2_000), defaultLimits.file),
    projectFilesMb: read<number>("SAMTUN_PROJECT_FILES_MB", (text) => wholeNumber(text, 1, 1_000_000), defaultLimits.project),
    mailFrom: read("SAMTUN_MAIL_FROM", sender, "samtun@localhost"),
    logLevel: read<LogLevel>("SAMTUN_LOG_LEVEL", (text) => isOneOf(text, logLevels), "info"),
    trustedProxies: read<readonly string[]>("SAMTUN_TRUSTED_PROXIES", proxies, []),
    defaultLanguage: read<Language>("SAMTUN_DEFAULT_LANGUAGE", (text) => isOneOf(text, languages), "nb"),
    accessibilityStatementUrl: read<string | null>("SAMTUN_ACCESSIBILITY_STATEMENT_URL", (text) => urlOf(text, ["https:", "http:"]), null),
    metricsToken: read<string | null>("SAMTUN_METRICS_TOKEN", (text) => bearerToken(text, shortestSecret), null),
    drainSeconds: read<number>("SAMTUN_DRAIN_SECONDS", (text) => wholeNumber(text, 0, 300), 0),
    stopSeconds: read<number>("SAMTUN_STOP_SECONDS", (text) => wholeNumber(text, 5, 300), 10),
  };
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults };
}

function readSecret(environment: Environment, name: (typeof secrets)[number], readFile: (path: string) => string, values: Map<Name, string>, faults: string[]): void {
  const own = environment[name];
  const path = environment[`${name}_FILE`];
  if (own && path) faults.push(`${name} and ${name}_FILE are both set: keep one of them.`);
  else if (own) values.set(name, own);
  else if (path) {
    try {
      const text = readFile(path).trim();
      if (text === "") faults.push(`${name}_FILE points at an empty file.`);
      else values.set(name, text);
    } catch {
      faults.push(`${name}_FILE points at a file that cannot be read.`);
    }
  }
}

/** Names of ours that nobody reads, and near misses of the usual ones: a misspelt variable must not be passed over in silence. */
function misspelt(environment: Environment): string[] {
  const usual = variableNames.filter((name) => /_URL(_FILE)?$/.test(name) && !name.startsWith("SAMTUN_"));
  return Object.keys(environment).sort().flatMap((name) => {
    if (variableNames.includes(name) || environment[name] === undefined) return [];
    const near = nearestName(name, name.startsWith("SAMTUN_") ? variableNames : usual.filter((each) => !environment[each]));
    if (name.startsWith("SAMTUN_")) return [`${name} is not a variable of Samtun${near ? `: did you mean ${near}?` : "."}`];
    return near ? [`${name} is not read: did you mean ${near}?`] : [];
  });
}

function signingPem(text: string): Parsed<string> {
  // one line is how most places keep a variable
  const pem = text.replace(/\\n/g, "\n");
  try {
    signingKey(pem);
    return { value: pem };
  } catch {
    return { fault: "must be an Ed25519 private key in PEM, for example from: openssl genpkey -algorithm ed25519" };
  }
}

function longEnough(text: string): Parsed<string> {
  return text.length < shortestSecret ? { fault: `must have at least ${shortestSecret} characters` } : { value: text };
}

function sender(text: string): Parsed<string> {
  const isAddress = /^([^<>@]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(text);
  return isAddress ? { value: text } : { fault: "must be one e-mail address, like Samtun <samtun@example.no>" };
}

function proxies(text: string): Parsed<readonly string[]> {
  const list = text.split(",").map((each) => each.trim()).filter((each) => each !== "");
  return list.every(isProxy) ? { value: list } : { fault: "must be a list, parted by commas, of addresses, networks (10.0.0.0/8) or the words loopback, linklocal, uniquelocal" };
}
