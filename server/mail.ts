// Letters: written into the outbox in the transaction they are about, and carried out over SMTP afterwards, again and again until they arrive.
import type { UserId } from "../app/domain/ids";
import { isLanguage, type Language } from "../app/domain/preference";
import { addMs, type Instant } from "../app/domain/time";
import { lettersIn } from "../app/words/letters";
import type { LettersWords } from "../app/words/nb/letters";
import type { Db } from "../db/connect";
import { addLetter, buryDoubtful, claimLetter, listDueLetters, markHanded, markSent, markUnsent, type Letter, type NewLetter } from "../db/letter";
import { findPerson } from "../db/person";
import type { Tx } from "../db/transaction";
import type { Office } from "./office";
import { sendBySmtp } from "./smtp";

export type LetterText = { readonly subject: string; readonly body: string };
type Phrase = (words: LettersWords) => LetterText;

/** Writes one letter. Post `letterWritten` on the bulletin after the transaction. [P4] Its words name no project and no person. */
export async function writeLetter(db: Db | Tx, office: Office, to: string, language: Language, phrase: Phrase): Promise<void> {
  await putInOutbox(db, office, { id: office.newId<string>(), to, ...phrase(lettersIn(language)) });
}

/** The address a letter keeps on every try is made of its own id: no word of what it is about. */
export async function putInOutbox(db: Db | Tx, office: Office, letter: Omit<NewLetter, "messageId">): Promise<void> {
  await addLetter(db, office.now(), { ...letter, messageId: `<${letter.id}@${new URL(office.baseUrl).hostname}>` });
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
/** Longer than any try takes: what was going out before then is in nobody's hand any more. */
const doubtMs = 10 * minute;
const lookEveryMs = 30 * second;

/** Asked each time a letter is about to go: what nobody needs any more is taken back. */
export type MayGo = (letter: Letter) => Promise<boolean>;

/**
 * Sends what lies in the outbox, whenever a letter is written and every half minute. `stop` waits for the letter in hand. [N20] Whether a
 * letter that must not come twice arrived when a connection or a server broke in the middle of it, nobody can know: it is not sent again.
 */
export function startPostman(office: Office, settings: MailSettings, mayGo: MayGo = () => Promise.resolve(true)): Postman {
  const { db, log } = office;
  let round: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function carry(due: Letter): Promise<void> {
    const letter = await claimLetter(db, due, addMs(office.now(), claimMs));
    if (!letter) return;
    if (!(await mayGo(letter))) return markUnsent(db, letter, null);
    const { ended, fault } = await sendBySmtp(settings, letter, () => markHanded(db, letter, office.now()));
    if (ended === "arrived") return markSent(db, letter.id, office.now());
    const wait = waitsMs[letter.attempts - 1];
    const inDoubt = ended === "inDoubt" && letter.promise === "atMostOnce";
    if (!inDoubt) await markUnsent(db, letter, wait === undefined ? null : addMs(office.now(), wait));
    // the fault may quote the address: only its kind is logged
    log.warn({ letter: letter.id, attempt: letter.attempts, fault, givenUp: inDoubt || wait === undefined }, inDoubt ? "a letter may have been sent" : "a letter could not be sent");
  }

  async function carryAll(): Promise<void> {
    const buried = await buryDoubtful(db, addMs(office.now(), -doubtMs));
    if (buried > 0) log.warn({ letters: buried }, "letters that may have been sent are not sent again");
    do {
      again = false;
      for (const letter of await listDueLetters(db, office.now() as Instant, 20)) {
        if (stopped) return;
        await carry(letter);
      }
    } while (again);
  }

  function look(): void {
    again = true;
    if (round || stopped) return;
    round = carryAll()
      .catch((fault: unknown) => log.error({ fault: String(fault) }, "the outbox could not be read"))
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
    },
  };
}
