// The environment at boot: everything wrong is told at once, by name, and no secret is repeated.
import { describe, expect, test } from "vitest";
import { readConfig, type Config } from "./config";

const production = {
  SAMTUN_BASE_URL: "https://samtun.example.no", SAMTUN_SECRET: "s".repeat(32), SMTP_URL: "smtp://mail.example.no:25", SAMTUN_MAIL_FROM: "Samtun <samtun@example.no>",
};

function read(environment: Record<string, string>, files: Record<string, string> = {}) {
  return readConfig(environment, (path) => {
    const text = files[path];
    if (text === undefined) throw new Error("no such file");
    return text;
  });
}

function configOf(environment: Record<string, string>, files?: Record<string, string>): Config {
  const answer = read(environment, files);
  if (!answer.ok) throw new Error(answer.faults.join("\n"));
  return answer.config;
}

function faultsOf(environment: Record<string, string>, files?: Record<string, string>): string {
  const answer = read(environment, files);
  return answer.ok ? "" : answer.faults.join("\n");
}

describe("[O1] configuration", () => {
  test("production with only what is required has sound defaults", () => {
    expect(configOf(production)).toEqual({
      mode: "production", port: 3000, host: null, databaseUrl: "data/samtun.sqlite", redisUrl: null, smtpUrl: "smtp://mail.example.no:25",
      baseUrl: "https://samtun.example.no", secret: "s".repeat(32), signingKey: null, dataFolder: "data", mailFrom: "Samtun <samtun@example.no>", logLevel: "info", trustedProxies: [],
      defaultLanguage: "nb", accessibilityStatementUrl: null, metricsToken: null, drainSeconds: 0, largestFileMb: 50, projectFilesMb: 2000, stopSeconds: 10,
    });
  });

  test("an empty environment is told everything that is missing, at once", () => {
    const faults = faultsOf({});
    for (const name of ["SAMTUN_BASE_URL", "SAMTUN_SECRET", "SMTP_URL", "SAMTUN_MAIL_FROM"]) expect(faults).toContain(`${name} is missing`);
  });

  test("the demo needs nothing at all", () => {
    expect(configOf({ SAMTUN_MODE: "demo", PORT: "4711" })).toMatchObject({ host: "localhost", baseUrl: "http://localhost:4711", smtpUrl: null });
  });

  test("a misspelt variable is named, with the one that was meant", () => {
    expect(faultsOf({ ...production, SAMTUN_BASEURL: "x" })).toBe("SAMTUN_BASEURL is not a variable of Samtun: did you mean SAMTUN_BASE_URL?");
    expect(faultsOf({ ...production, SAMTUN_SOMETHING_ELSE_ENTIRELY: "x" })).toBe("SAMTUN_SOMETHING_ELSE_ENTIRELY is not a variable of Samtun.");
    expect(faultsOf({ ...production, DATABASE_URI: "x" })).toBe("DATABASE_URI is not read: did you mean DATABASE_URL?");
    expect(faultsOf({ ...production, REDIS_URLS: "x" })).toContain("REDIS_URL?");
  });

  test("other programs' variables, and near misses beside the right name, are let be", () => {
    expect(faultsOf({ ...production, PATH: "/bin", HOME: "/", PWD: "/", DATABASE_URL: "a.sqlite", DATABASE_URI: "x", TEST_DATABASE_URL: "x" })).toBe("");
  });

  test.each([
    ["PORT", "80a"], ["PORT", "0"], ["PORT", "65536"], ["DATABASE_URL", "mysql://localhost/x"], ["DATABASE_URL", "postgres://"], ["REDIS_URL", "localhost:6379"],
    ["SMTP_URL", "mail.example.no"], ["SAMTUN_BASE_URL", "samtun.example.no"], ["SAMTUN_BASE_URL", "http://samtun.example.no"],
    ["SAMTUN_BASE_URL", "https://samtun.example.no/samtun"], ["SAMTUN_SECRET", "short"], ["SAMTUN_MAIL_FROM", "nobody"], ["SAMTUN_LOG_LEVEL", "loud"],
    ["SAMTUN_TRUSTED_PROXIES", "10.0.0.0/33"], ["SAMTUN_TRUSTED_PROXIES", "proxy"], ["SAMTUN_DEFAULT_LANGUAGE", "no"], ["SAMTUN_MODE", "test"],
    ["SAMTUN_ACCESSIBILITY_STATEMENT_URL", "uustatus.no"], ["SAMTUN_METRICS_TOKEN", "short"], ["SAMTUN_METRICS_TOKEN", "a sentence of more than thirty-two signs"],
    ["SAMTUN_DRAIN_SECONDS", "301"], ["SAMTUN_DRAIN_SECONDS", "-1"], ["SAMTUN_DRAIN_SECONDS", "1.5"], ["SAMTUN_STOP_SECONDS", "4"], ["SAMTUN_STOP_SECONDS", "10s"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(faultsOf({ ...production, [name]: value })).toMatch(new RegExp(`^${name} must `));
  });

  test("several faults come in one message", () => {
    expect(faultsOf({ ...production, PORT: "x", SAMTUN_SECRET: "short", SAMTUN_PROT: "1" }).split("\n")).toHaveLength(3);
  });

  test("a fault never repeats what may hold a password", () => {
    expect(faultsOf({ ...production, DATABASE_URL: "mysql://me:hunter2@db/x", SAMTUN_SECRET: "hunter2", SAMTUN_METRICS_TOKEN: "hunter2" })).not.toContain("hunter2");
  });

  test.each(["SAMTUN_SECRET", "DATABASE_URL", "REDIS_URL", "SMTP_URL", "SAMTUN_METRICS_TOKEN"] as const)("%s can be read from a file", (name) => {
    const value = { SAMTUN_SECRET: "f".repeat(40), DATABASE_URL: "postgres://db/samtun", REDIS_URL: "redis://cache", SMTP_URL: "smtps://mail", SAMTUN_METRICS_TOKEN: "0123456789abcdef".repeat(3) }[name];
    const others = Object.fromEntries(Object.entries(production).filter(([key]) => key !== name));
    expect(Object.values(configOf({ ...others, [`${name}_FILE`]: "/run/secrets/it" }, { "/run/secrets/it": `${value}\n` }))).toContain(value);
    expect(faultsOf({ ...others, [`${name}_FILE`]: "/run/secrets/gone" })).toBe(`${name}_FILE points at a file that cannot be read.`);
    expect(faultsOf({ ...others, [name]: value, [`${name}_FILE`]: "/run/secrets/it" })).toContain("both set");
  });

  test("how long to go on and to close can be chosen", () => {
    expect(configOf({ ...production, SAMTUN_DRAIN_SECONDS: "15", SAMTUN_STOP_SECONDS: "12" })).toMatchObject({ drainSeconds: 15, stopSeconds: 12 });
    expect(faultsOf({ ...production, SAMTUN_DRAIN_SECOND: "15" })).toContain("did you mean SAMTUN_DRAIN_SECONDS?");
  });

  test("SQLite files may be written with or without sqlite: before them", () => {
    for (const url of ["/srv/samtun.sqlite", "sqlite:/srv/samtun.sqlite", "sqlite:///srv/samtun.sqlite", "file:/srv/samtun.sqlite"]) {
      expect(configOf({ ...production, DATABASE_URL: url }).databaseUrl).toBe("/srv/samtun.sqlite");
    }
    expect(configOf({ ...production, SAMTUN_DATA: "/srv/data" }).databaseUrl).toBe("/srv/data/samtun.sqlite");
  });
});
