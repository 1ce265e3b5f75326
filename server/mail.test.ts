// Letters reach a real SMTP server, come again after a fault, and leave nothing behind.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../app/domain/ids";
import { languages } from "../app/domain/preference";
import { addMs } from "../app/domain/time";
import { lettersIn } from "../app/words/letters";
import { listLetters } from "../db/letter";
import { addPerson } from "../db/person";
import { testDatabases } from "../db/testing";
import { inTransaction } from "../db/transaction";
import { startPostman, writeLetter, writeLetterTo, type Postman } from "./mail";
import { testOffice, type TestOffice } from "./testing";
import { letters } from "./views/letters";

const settings = (port: number) => ({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "Samtun <samtun@example.no>" });

describe.each(testDatabases)("%s", (kind) => {
  let office: TestOffice;
  let server: SMTPServer;
  let port: number;
  let postman: Postman | null;
  let received: { to: string[]; text: string }[];
  let refusing: boolean;

  beforeEach(async () => {
    office = await testOffice(kind);
    received = [];
    refusing = false;
    postman = null;
    server = new SMTPServer({
      authOptional: true, disabledCommands: ["STARTTLS"],
      onData(stream, session, done) {
        let text = "";
        stream.on("data", (bytes: Buffer) => (text += bytes.toString("utf8")));
        stream.on("end", () => {
          if (refusing) return done(Object.assign(new Error("try later"), { responseCode: 451 }));
          received.push({ to: session.envelope.rcptTo.map((each) => each.address), text });
          done();
        });
      },
    });
    const listener = server.listen(0, "127.0.0.1");
    await once(listener, "listening");
    port = (listener.address() as AddressInfo).port;
  });
  afterEach(async () => {
    await postman?.stop();
    await new Promise<void>((done) => server.close(done));
    await office.close();
  });

  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 200 && !(await holds()); tries++) await new Promise((done) => setTimeout(done, 25));
    expect(await holds()).toBe(true);
  };
  const write = async (to: string) => {
    await inTransaction(office.db, (db) => writeLetter(db, office, to, "nb", (words) => words.newPassword("https://samtun.example.no/new-password?token=x")));
    office.bulletin.post({ kind: "letterWritten" });
  };
  /** That try is over: the letter does not lie in the postman's hand any more, where it has two minutes. */
  const tried = async (attempts: number) => {
    await until(async () => {
      const letter = await stored();
      return letter?.attempts === attempts && letter.next_try_at !== addMs(office.now(), 120_000);
    });
  };
  const stored = async () => (await listLetters(office.db, 10))[0];

  test("[P7] a letter is sent after its transaction, and its text is deleted", async () => {
    postman = startPostman(office, settings(port));
    await write("forelder@example.no");
    await until(async () => (await stored())?.sent_at !== null);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(["forelder@example.no"]);
    expect(received[0]?.text).toContain("From: Samtun <samtun@example.no>");
    expect(received[0]?.text).toMatch(/Auto-Submitted: auto-generated/i);
    expect(await stored()).toMatchObject({ body: "", attempts: 1, next_try_at: null });
  });

  test("[P7] what was rolled back is never sent", async () => {
    postman = startPostman(office, settings(port));
    const broken = inTransaction(office.db, async (db) => {
      await writeLetter(db, office, "forelder@example.no", "nb", (words) => words.verifyEmail("https://samtun.example.no/"));
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    office.bulletin.post({ kind: "letterWritten" });
    await new Promise((done) => setTimeout(done, 150));
    expect(received).toEqual([]);
  });

  test("[P7] a letter that could not be sent waits and is tried again", async () => {
    refusing = true;
    office.setNow(office.now());
    postman = startPostman(office, settings(port));
    await write("forelder@example.no");
    await tried(1);
    const waiting = await stored();
    expect(waiting?.body).not.toBe("");
    refusing = false;
    office.setNow(addMs(office.now(), 59_000));
    office.bulletin.post({ kind: "letterWritten" });
    await new Promise((done) => setTimeout(done, 150));
    expect(received).toEqual([]);
    office.setNow(addMs(office.now(), 2_000));
    office.bulletin.post({ kind: "letterWritten" });
    await until(() => received.length === 1);
  });

  test("[P7] after the last try it is given up, and its text is deleted", async () => {
    refusing = true;
    office.setNow(office.now());
    postman = startPostman(office, settings(port));
    await write("forelder@example.no");
    for (let tries = 1; tries <= 8; tries++) {
      await tried(tries);
      office.setNow(addMs(office.now(), 25 * 3600_000));
      office.bulletin.post({ kind: "letterWritten" });
    }
    expect(await stored()).toMatchObject({ attempts: 8, sent_at: null, body: "" });
  });

  test("[P7] two servers at one outbox send each letter once", async () => {
    postman = startPostman(office, settings(port));
    const other = startPostman(office, settings(port));
    for (let count = 0; count < 12; count++) await write(`forelder${count}@example.no`);
    await until(() => received.length >= 12);
    await Promise.all([postman.stop(), other.stop()]);
    expect(received.map((each) => each.to[0]).sort()).toEqual([...Array(12).keys()].map((count) => `forelder${count}@example.no`).sort());
  });

  test("[P7] what is left from before is sent at start", async () => {
    await write("forelder@example.no");
    postman = startPostman(office, settings(port));
    await until(() => received.length === 1);
  });

  test("[P7] letters are read on the server everywhere but in production", async () => {
    await write("forelder@example.no");
    const read = await letters(office, null, undefined);
    expect(read.ok && read.value[0]?.body).toContain("https://samtun.example.no/new-password?token=x");
    expect(await letters({ ...office, mode: "production" }, null, undefined)).toEqual({ ok: false, refusal: { code: "notInThisMode" } });
  });

  test("[U3] a letter is in the language its receiver reads", async () => {
    const userId = office.newId<UserId>();
    await inTransaction(office.db, (db) =>
      addPerson(db, office.now(), { userId, accountId: office.newId(), name: "Forelder", email: "f@example.no", passwordHash: "x", emailVerified: true, language: "nn" }),
    );
    await writeLetterTo(office, userId, "f@example.no", (words) => words.verifyEmail("https://samtun.example.no/"));
    expect((await stored())?.subject).toBe(lettersIn("nn").verifyEmail("").subject);
  });
});

test.each(languages)("[P4] letters in %s keep their links whole and on a line of their own", (language) => {
  const link = "https://samtun.example.no/invitations/abc_DEF-123";
  const words = lettersIn(language);
  for (const { body } of [words.invitation("Drammen kommune", link, 14), words.newPassword(link), words.verifyEmail(link)]) {
    expect(body.split("\n")).toContain(link);
  }
});
