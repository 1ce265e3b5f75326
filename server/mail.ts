// Letters: written into the outbox in the transaction they are about, and carried out over SMTP afterwards, again and again until they arrive.
import { createTransport } from "nodemailer";
import type { UserId } from "../app/domain/ids";
import { isLanguage, type Language } from "../app/domain/preference";
import { addMs, type Instant } from "../app/domain/time";
import { lettersIn } from "../app/words/letters";
import type { LettersWords } from "../app/words/nb/letters";
import type { Db } from "../db/connect";
import { addLetter, claimLetter, listDueLetters, markSent, markUnsent, type Letter } from "../db/letter";
import { findPerson } from "../db/person";
import type { Tx } from "../db/transaction";
import type { Office } from "./office";

export type LetterText = { readonly subject: string; readonly body: string };
type Phrase = (words: LettersWords) => LetterText;

/** Writes one letter. Post `letterWritten` on the bulletin after the transaction. [P4] Its words name no project and no person. */
export async function writeLetter(db: Db | Tx, office: Office, to: string, language: Language, phrase: Phrase): Promise<void> {
  const { subject, body } = phrase(lettersIn(language));
  await addLetter(db, office.now(), { id: office.newId<string>(), to, subject, body });
}

/** A letter to somebody with an account, in the language they read, outside any transaction. */
export async function writeLetterTo(office: Office, userId: UserId, to: string, phrase: Phrase): Promise<void> {
  await writeLetter(office.db, office, to, await languageOf(office.db, userId), phrase);
  office.bulletin.post({ kind: "letterWritten" });
}

export async function languageOf(db: Db | Tx, userId: UserId): Promise<Language> {
  const person = await findPerson(db, userId);
  return isLanguage(person?.language) ? person.language : "nb";
}

export type Postman = { readonly stop: () => Promise<void> };

export type MailSettings = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** Who the letters are from: `Samtun <samtun@example.no>`. */
  readonly from: string;
};

const second = 1000;
const minute = 60 * second;
/** Waits after the first, second … failed try; after the last it gives up (links in letters have run out by then). */
const waitsMs = [minute, 5 * minute, 15 * minute, 60 * minute, 4 * 60 * minute, 12 * 60 * minute, 24 * 60 * minute];
const claimMs = 2 * minute;
const lookEveryMs = 30 * second;

/** Sends what lies in the outbox, whenever a letter is written and every half minute. `stop` waits for the letter in hand. */
export function startPostman(office: Office, { smtpUrl, from }: MailSettings): Postman {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 20 * second, greetingTimeout: 20 * second, socketTimeout: 60 * second, disableFileAccess: true, disableUrlAccess: true });
  let round: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function carry(letter: Letter): Promise<void> {
    if (!(await claimLetter(office.db, letter, addMs(office.now(), claimMs)))) return;
    try {
      await transport.sendMail({ from, to: letter.to_address, subject: letter.subject, text: letter.body, headers: { "Auto-Submitted": "auto-generated" } });
      await markSent(office.db, letter.id, office.now());
    } catch (fault) {
      const wait = waitsMs[letter.attempts];
      await markUnsent(office.db, letter.id, wait === undefined ? null : addMs(office.now(), wait));
      // the fault may quote the address: only its kind is logged
      const kind = (fault as { code?: unknown }).code ?? "unknown";
      office.log.warn({ letter: letter.id, attempt: letter.attempts + 1, fault: String(kind), givenUp: wait === undefined }, "a letter could not be sent");
    }
  }

  async function carryAll(): Promise<void> {
    do {
      again = false;
      for (const letter of await listDueLetters(office.db, office.now() as Instant, 20)) {
        if (stopped) return;
        await carry(letter);
      }
    } while (again);
  }

  function look(): void {
    again = true;
    if (round || stopped) return;
    round = carryAll()
      .catch((fault: unknown) => office.log.error({ fault: String(fault) }, "the outbox could not be read"))
      .finally(() => (round = null));
  }

  const unsubscribe = office.bulletin.subscribe((notice) => notice.kind === "letterWritten" && look());
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  look();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      unsubscribe();
      await round;
      transport.close();
    },
  };
}
