// The web server over a real socket and a real database, with an application of one route that tells what it was handed.
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { howTheOutboxStands } from "../db/outbox";
import { makeWhoIs } from "./access";
import { addressHeader, makeAuth } from "./auth";
import { makeDesk } from "./auth-desk";
import { readConfig } from "./config";
import type { Context } from "./context";
import { makeHttp } from "./http";
import { largestBodyBytes } from "./http/gate";
import { makeMetrics, type Metrics } from "./metrics";
import type { Office } from "./office";
import { testOffice, type TestOffice } from "./testing";

type Told = { method: string; language: string; colourScheme: string; nonce: string; url: string; address: string | null; body: string };

/** An application that answers with what it was handed. */
async function tell({ request, context }: LoaderFunctionArgs): Promise<Response> {
  if (new URL(request.url).pathname.startsWith("/broken")) throw new Error("broken on purpose");
  const { language, colourScheme, nonce } = context as unknown as Context;
  const body = request.method === "GET" ? "" : await request.text();
  return Response.json({ method: request.method, language, colourScheme, nonce, url: request.url, address: request.headers.get(addressHeader), body } satisfies Told);
}
const route = { id: "tell", path: "*", hasAction: true, hasLoader: true, module: "/tell.js" };
const build = {
  entry: { module: { default: () => new Response("page"), handleError: () => undefined } },
  routes: { tell: { id: "tell", path: "*", module: { loader: tell, action: tell } } },
  assets: { entry: { imports: [], module: "" }, routes: { tell: route }, url: "", version: "1" },
  publicPath: "/", assetsBuildDirectory: "", future: { v3_singleFetch: true }, isSpaMode: false, mode: "production",
} as unknown as ServerBuild;

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

class TestServer {
  readonly lines: Record<string, unknown>[] = [];
  stopping = false;
  readonly metrics: Metrics = makeMetrics({
    counts: () => ({ rooms: 1, connections: 2, waiting: 0 }), outbox: () => howTheOutboxStands(this.office.db, this.office.now()), freeBytes: null, redisIsUp: null, isStopping: () => this.stopping,
  });
  private constructor(private readonly office: TestOffice, private server?: Server) {}

  static async open(environment: Record<string, string> = {}): Promise<TestServer> {
    const office = await testOffice("sqlite", environment.SAMTUN_MODE === "production" ? "production" : "demo");
    const opened = new TestServer(office);
    const answer = readConfig({ SAMTUN_MODE: "demo", ...environment }, () => "");
    if (!answer.ok) throw new Error(answer.faults.join());
    const note = (level: string) => (facts: Record<string, unknown>, words: string) => void opened.lines.push({ level, ...facts, words });
    const ours: Office = { ...office, baseUrl: answer.config.baseUrl, log: { info: note("info"), warn: note("warn"), error: note("error") } };
    const auth = makeAuth(ours, { secret: answer.config.secret });
    const pages = { assets: (_request: unknown, _response: unknown, next: () => void) => next(), build, close: () => Promise.resolve() };
    const app = makeHttp({ office: ours, config: answer.config, whoIs: makeWhoIs(ours, auth), desk: makeDesk(ours, auth), pages, isStopping: () => opened.stopping, metrics: opened.metrics });
    opened.server = createServer(app);
    await new Promise<void>((resolve) => opened.server?.listen(0, "127.0.0.1", resolve));
    return opened;
  }

  get port(): number {
    return (this.server?.address() as AddressInfo).port;
  }

  send(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sized: Record<string, string | number> = method === "GET" || "transfer-encoding" in headers ? {} : { "content-length": body.length };
      const sent = ask({ port: this.port, host: "127.0.0.1", path, method, headers: { ...sized, ...headers } }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  async told(path: string, headers: Record<string, string> = {}): Promise<Told> {
    return JSON.parse((await this.send(path, headers)).text) as Told;
  }

  /** The database goes away while the server lives. */
  async loseTables(): Promise<void> {
    await sql`drop table migration`.execute(this.office.db);
  }

  async close(): Promise<void> {
    this.metrics.close();
    await new Promise((resolve) => this.server?.close(resolve));
    await this.office.close();
  }
}

let server: TestServer;
beforeAll(async () => void (server = await TestServer.open()));
afterAll(() => server.close());

describe("[O4] headers", () => {
  test("each answer has a policy with a nonce of its own, the one the page is handed", async () => {
    const [one, other] = [await server.send("/"), await server.send("/")];
    const policy = String(one.headers["content-security-policy"]);
    expect(policy).toContain(`script-src 'self' 'nonce-${(JSON.parse(one.text) as Told).nonce}'`);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`);
    for (const part of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"]) expect(policy).toContain(part);
    expect(other.headers["content-security-policy"]).not.toBe(policy);
  });

  test("pages are kept by no cache, framed by nobody, and nothing says what the server is made of", async () => {
    const { headers } = await server.send("/");
    expect(headers).toMatchObject({
      "cache-control": "private, no-store", "x-frame-options": "DENY", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("behind https the browser is told to stay there", async () => {
    const https = await TestServer.open({ SAMTUN_BASE_URL: "https://samtun.example.no" });
    const { headers } = await https.send("/", { host: "samtun.example.no" });
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["content-security-policy"]).toContain("wss://samtun.example.no;");
    await https.close();
  });
});

describe("[X8] only our own pages may ask for a change", () => {
  const own = () => `http://127.0.0.1:${server.port}`;
  test.each<[string, () => Record<string, string>, number]>([
    ["our own origin", () => ({ origin: own() }), 200],
    ["the base URL's origin", () => ({ origin: "http://localhost:3000" }), 200],
    ["Sec-Fetch-Site: same-origin", () => ({ "sec-fetch-site": "same-origin", cookie: "a=b" }), 200],
    ["another origin", () => ({ origin: "https://evil.example" }), 403],
    ["another port of this machine", () => ({ origin: "http://127.0.0.1:9" }), 403],
    ["origin null", () => ({ origin: "null" }), 403],
    ["another origin that claims to be same-origin", () => ({ origin: "https://evil.example", "sec-fetch-site": "same-origin" }), 403],
    ["Sec-Fetch-Site: cross-site", () => ({ "sec-fetch-site": "cross-site" }), 403],
    ["Sec-Fetch-Site: same-site", () => ({ "sec-fetch-site": "same-site" }), 403],
    ["neither, with a cookie", () => ({ cookie: "samtun.session_token=x" }), 403],
    ["neither, without a cookie", () => ({}), 200],
  ])("%s", async (_name, headers, status) => {
    for (const method of ["POST", "PUT", "DELETE"]) expect((await server.send("/x", headers(), method)).status).toBe(status);
  });

  test("production counts the base URL only, not whatever the Host header says", async () => {
    const strict = await TestServer.open({ SAMTUN_MODE: "production", SAMTUN_BASE_URL: "https://samtun.example.no", SAMTUN_SECRET: "s".repeat(32), SMTP_URL: "smtp://mail", SAMTUN_MAIL_FROM: "a@b" });
    expect((await strict.send("/", { origin: `http://127.0.0.1:${strict.port}` }, "POST")).status).toBe(403);
    expect((await strict.send("/", { origin: "https://samtun.example.no" }, "POST")).status).toBe(200);
    await strict.close();
  });

  test("the refusal is a page in the reader's language", async () => {
    const { text, headers } = await server.send("/x", { origin: "https://evil.example", "accept-language": "nn" }, "POST");
    expect(headers["content-type"]).toContain("text/html");
    expect(text).toContain('<html lang="nn">');
    expect(text).toContain("Samtun");
  });
});

describe("[O5] bad requests", () => {
  const own = { origin: "http://localhost:3000" };
  test("a body over the limit is refused before it is read, one of unknown size as well", async () => {
    expect((await server.send("/x", { ...own, "content-length": String(largestBodyBytes + 1) }, "POST")).status).toBe(413);
    expect((await server.send("/x", { ...own, "transfer-encoding": "chunked" }, "POST", "a=1")).status).toBe(411);
    expect((await server.send("/x", own, "POST", "a".repeat(2000))).status).toBe(200);
  });

  test.each(["evil.example/x", "a b", "<script>"])("a Host header of %j is refused", async (host) => {
    expect((await server.send("/", { host })).status).toBe(400);
  });

  test("an address that cannot be decoded breaks nothing", async () => {
    expect((await server.send("/%E0%A4%A")).status).toBeLessThan(500);
    expect((await server.send("/")).status).toBe(200);
  });

  test.each(["/projects/%00", "/projects/x/milestones/a%00b.data", "/demo/sign-in?person=%00"])("%s is refused: no database could be asked for it", async (path) => {
    expect((await server.send(path)).status).toBe(400);
  });

  test("a fault in the page answers 500 and tells nothing of itself", async () => {
    const { status, text } = await server.send("/broken");
    expect(status).toBe(500);
    expect(text).not.toContain("on purpose");
  });
});

describe("[U3] language and colours of a stranger", () => {
  test.each([
    ["nn-NO,nn;q=0.9,nb;q=0.8", "nn"], ["en-GB", "en"], ["no", "nb"], ["nb-NO", "nb"], ["fr-FR,fr", "nb"], ["fr, en;q=0.5, nn;q=0.7", "nn"], ["", "nb"], ["en;q=0", "nb"], [";;,q=,", "nb"],
  ])("Accept-Language %j reads %s", async (wish, language) => {
    expect((await server.told("/", { "accept-language": wish })).language).toBe(language);
  });

  test("a choice kept in a cookie goes before the browser's; a strange one is passed over", async () => {
    expect(await server.told("/", { cookie: "x=1; samtun_language=en; samtun_colours=dark", "accept-language": "nn" })).toMatchObject({ language: "en", colourScheme: "dark" });
    expect(await server.told("/", { cookie: "samtun_language=xx; samtun_colours=<b>", "accept-language": "nn" })).toMatchObject({ language: "nn", colourScheme: "auto" });
  });
});

describe("[O6] proxies", () => {
  const claims = { "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "evil.example:99", [addressHeader]: "203.0.113.77" };
  test("a stranger's word about who asks and where counts for nothing", async () => {
    expect(await server.told("/a", claims)).toMatchObject({ address: "127.0.0.1", url: `http://127.0.0.1:${server.port}/a` });
  });

  test("a trusted proxy is believed", async () => {
    const behind = await TestServer.open({ SAMTUN_TRUSTED_PROXIES: "loopback" });
    expect(await behind.told("/a", { ...claims, "x-forwarded-host": "samtun.example.no" })).toMatchObject({ address: "203.0.113.9" });
    await behind.close();
  });
});

describe("[P5] the log", () => {
  test("names no secrets: no query strings, no tokens in paths, no cookies", async () => {
    await server.send("/invitations/tok-secret?email=ola@example.no", { cookie: "samtun.session_token=cookie-secret" });
    for (const path of ["/welcome/tok-secret.data", "/INVITATIONS/tok-secret", "/%69nvitations/tok-secret", "//welcome//tok-secret"]) await server.send(path);
    const written = JSON.stringify(server.lines);
    expect(written).toContain("/invitations/…");
    for (const secret of ["tok-secret", "example.no", "cookie-secret"]) expect(written).not.toContain(secret);
  });
});

describe("[O3] health", () => {
  test("alive and ready; unready while closing, and when the database is not as it should be; not in the log", async () => {
    const own = await TestServer.open();
    expect(await own.send("/health/live")).toMatchObject({ status: 200, text: "alive" });
    expect(await own.send("/health/ready")).toMatchObject({ status: 200, text: "ready" });
    own.stopping = true;
    expect(await own.send("/health/ready")).toMatchObject({ status: 503, text: "not ready" });
    expect((await own.send("/health/live")).status).toBe(200);
    expect((await own.send("/health/live", { connection: "keep-alive" })).headers.connection).toBe("close");
    own.stopping = false;
    expect(own.lines).toEqual([]);
    await own.loseTables();
    await expect.poll(async () => (await own.send("/health/ready")).status, { timeout: 3000 }).toBe(503);
    await own.close();
  });
});

describe("[O13] metrics", () => {
  const token = "0123456789abcdef".repeat(2);
  const bearer = (given: string) => ({ authorization: `Bearer ${given}` });

  test("for whoever has the token, with what the pages have answered; not in the log, kept by nobody", async () => {
    const own = await TestServer.open({ SAMTUN_METRICS_TOKEN: token });
    await own.send("/projects/secret-project?email=ola@example.no");
    own.lines.length = 0;
    const { status, headers, text } = await own.send("/metrics", bearer(token));
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8", "no-store"]);
    for (const line of ["samtun_sync_connections 2", 'samtun_http_request_seconds_count{method="GET",status="2xx"} 1', "samtun_mail_waiting_letters 0"]) expect(text.split("\n")).toContain(line);
    expect(text).not.toMatch(/secret-project|example\.no/);
    expect(own.lines).toEqual([]);
    await own.close();
  });

  test("to everybody else the address is like any other that does not exist", async () => {
    const own = await TestServer.open({ SAMTUN_METRICS_TOKEN: token });
    const strangers: Record<string, string>[] = [{}, bearer("x"), bearer(`${token}0`), bearer(token.slice(1)), bearer(""), { authorization: token }, { authorization: `Basic ${token}` }, { cookie: `token=${token}` }];
    // this application answers every address with what it was asked: the request came to it like all others
    for (const headers of strangers) expect(JSON.parse((await own.send("/metrics", headers)).text)).toMatchObject({ url: `http://127.0.0.1:${own.port}/metrics` });
    expect((await own.send(`/metrics?token=${token}`)).text).not.toContain("samtun_");
    expect((await own.send("/metrics", { ...bearer(token), "sec-fetch-site": "same-origin" }, "POST")).text).not.toContain("samtun_");
    expect(own.lines).toHaveLength(strangers.length + 2);
    expect(JSON.stringify(own.lines)).not.toContain(token);
    await own.close();
  });

  test("without a token in the configuration there is none", async () => {
    for (const headers of [{}, bearer(""), bearer("null"), bearer("undefined")]) expect((await server.send("/metrics", headers)).text).not.toContain("samtun_");
  });
});
