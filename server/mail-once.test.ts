// Letters at the one moment SMTP cannot promise anything about: a real server that keeps its answer back, breaks, or says no, and a real
// sender that is killed in the middle.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addMs, instantOf } from "../app/domain/time";
import { listLetters } from "../db/letter";
import { testDatabases } from "../db/testing";
import { putInOutbox, startPostman, type MayGo, type Postman } from "./mail";
import { buildProgram, ServerProcess } from "./sync/server-process-testing";
import { testOffice, type TestOffice } from "./testing";

type Received = { readonly messageId: string; readonly text: string };
/** What the receiving side does with a letter it has read whole: "yes", "no", breaks without a word, or says nothing at all. */
type Habit = "yes" | "no" | "break" | "silence";

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram("../mail-once-testing.ts");
});
afterAll(() => program.remove());

describe.each(testDatabases)("[N20] on %s", (kind) => {
  let office: TestOffice;
  let server: SMTPServer;
  let port: number;
  let postman: Postman | null;
  let received: Received[];
  let habit: Habit;

  beforeEach(async () => {
    office = await testOffice(kind);
    [received, habit, postman] = [[], "yes", null];
    server = new SMTPServer({
      authOptional: true, disabledCommands: ["STARTTLS"], closeTimeout: 100,
      onRcptTo: (_address, session, done) => done(habit === "no" && session.envelope.rcptTo.length === 0 ? Object.assign(new Error("later"), { responseCode: 450 }) : null),
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (bytes: Buffer) => (text += bytes.toString("utf8")));
        stream.on("end", () => {
          received.push({ messageId: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? "", text });
          if (habit === "yes") done();
          if (habit === "break") for (const each of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections) each._socket.destroy();
        });
      },
    });
    server.on("error", () => undefined);
    const listener = server.listen(0, "127.0.0.1");
    await once(listener, "listening");
    port = (listener.address() as AddressInfo).port;
  });
  afterEach(async () => {
    await postman?.stop();
    await new Promise<void>((done) => server.close(done));
    await office.close();
  });

  const open = (mayGo?: MayGo) => startPostman(office, { smtpUrl: `smtp://127.0.0.1:${port}`, from: "Samtun <samtun@example.no>" }, mayGo);
  const write = (promise?: "atMostOnce") => putInOutbox(office.db, office, {
    id: `letter-${promise ?? "any"}`, to: "forelder@example.no", subject: "Du har en ny oppgave i prosjektet", body: "Hei!", unsubscribeUrl: "https://samtun.example.no/unsubscribe/x", promise,
  });
  const stored = async () => (await listLetters(office.db, 10))[0];
  const until = (holds: () => unknown) => expect.poll(async () => Boolean(await holds()), { timeout: 10_000 }).toBe(true);
  /** A day passes, with the postman looking all the time. */
  async function aDayPasses(): Promise<void> {
    for (let hour = 0; hour < 24; hour += 6) {
      office.setNow(addMs(office.now(), 6 * 3600_000));
      office.bulletin.post({ kind: "letterWritten" });
      await new Promise((done) => setTimeout(done, 60));
    }
  }

  test("a letter has its own name and the way to stop it in its headers", async () => {
    await write("atMostOnce");
    postman = open();
    await until(async () => (await stored())?.sent_at);
    expect(received).toHaveLength(1);
    expect(received[0]?.messageId).toBe("<letter-atMostOnce@localhost>");
    const text = received[0]?.text.replace(/\r\n[ \t]+/g, " ") ?? "";
    expect(text).toMatch(/^List-Unsubscribe: <https:\/\/samtun\.example\.no\/unsubscribe\/x>$/m);
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(text).toMatch(/^Content-Type: text\/plain/m);
    expect(await stored()).toMatchObject({ body: "", unsubscribe_url: null });
  });

  test("when the other side has the text and the connection breaks before it answers, a letter about a task is not sent again", async () => {
    office.setNow(office.now());
    habit = "break";
    await write("atMostOnce");
    const first = open();
    await until(() => received.length === 1);
    await first.stop();
    habit = "yes";
    postman = open();
    await aDayPasses();
    expect(received).toHaveLength(1);
    expect(await stored()).toMatchObject({ sent_at: null, next_try_at: null, body: "" });
  });

  test("a no is a no, also for a letter about a task: it is tried again, under the same name", async () => {
    office.setNow(office.now());
    habit = "no";
    await write("atMostOnce");
    postman = open();
    await until(async () => (await stored())?.next_try_at === addMs(office.now(), 60_000));
    expect(await stored()).toMatchObject({ handed_at: null, attempts: 1 });
    habit = "yes";
    office.setNow(addMs(office.now(), 61_000));
    office.bulletin.post({ kind: "letterWritten" });
    await until(() => received.length === 1);
    expect(received[0]?.messageId).toBe("<letter-atMostOnce@localhost>");
  });

  test("other letters are sent again until they have arrived for certain, under the same name", async () => {
    office.setNow(office.now());
    habit = "break";
    await write();
    postman = open();
    await until(() => received.length === 1);
    await until(async () => (await stored())?.next_try_at === addMs(office.now(), 60_000));
    habit = "yes";
    office.setNow(addMs(office.now(), 61_000));
    office.bulletin.post({ kind: "letterWritten" });
    await until(async () => (await stored())?.sent_at);
    expect(received.map((each) => each.messageId)).toEqual(["<letter-any@localhost>", "<letter-any@localhost>"]);
  });

  test("what nobody needs any more is taken back before a word is said to the mail server", async () => {
    await write("atMostOnce");
    postman = open(() => Promise.resolve(false));
    await until(async () => (await stored())?.next_try_at === null);
    expect(received).toEqual([]);
    expect(await stored()).toMatchObject({ body: "", sent_at: null });
  });

  test.each([["atMostOnce", 1], [undefined, 2]] as const)("a sender killed while it waits for the answer: promise %s comes %i times", async (promise, times) => {
    habit = "silence";
    await write(promise);
    const env = { TEST_DATABASE_URL_OF_PROCESS: (office.database as unknown as { url: string }).url, TEST_SMTP_PORT: String(port) };
    const killed = await ServerProcess.start(program.file, env);
    await until(() => received.length === 1);
    await killed.end("SIGKILL");
    habit = "yes";
    postman = open();
    office.setNow(instantOf(new Date()));
    await aDayPasses();
    if (times > 1) await until(() => received.length === times);
    expect(received).toHaveLength(times);
    expect(new Set(received.map((each) => each.messageId)).size).toBe(1);
    expect(await stored()).toMatchObject({ body: "" });
  });

  test("a sender killed before it has begun loses nothing", async () => {
    await write("atMostOnce");
    // nobody listens there: the process is waiting to try again when it is killed
    const killed = await ServerProcess.start(program.file, { TEST_DATABASE_URL_OF_PROCESS: (office.database as unknown as { url: string }).url, TEST_SMTP_PORT: "9" });
    await until(async () => (await stored())?.attempts === 1);
    await killed.end("SIGKILL");
    postman = open();
    office.setNow(instantOf(new Date()));
    await aDayPasses();
    await until(() => received.length === 1);
  });
});
