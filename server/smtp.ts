// One letter over SMTP, with the one thing a transport does not tell: whether it is certain that the letter did not arrive.
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Letter } from "../db/letter";
import type { MailSettings } from "./mail";

/**
 * "arrived": the receiving server said yes. "notSent": it said no, or was never given the text. "inDoubt": the connection broke after
 * the text was begun and before it answered; it may have the letter or not, and SMTP has no way to ask.
 */
export type Sending = { readonly ended: "arrived" | "notSent" | "inDoubt"; /** What kind of fault; never its words, which may quote the address. */ readonly fault: string };

const second = 1000;
const times = { connectionTimeout: 20 * second, greetingTimeout: 20 * second, socketTimeout: 60 * second };

/** `begin` is asked when the other side waits for the text, and not before; false stops it there. Never throws. */
export async function sendBySmtp({ smtpUrl, from }: MailSettings, letter: Letter, begin: () => Promise<boolean>): Promise<Sending> {
  let begun = false;
  try {
    const mail = new MailComposer({
      from, to: letter.to_address, subject: letter.subject, text: letter.body, messageId: letter.message_id ?? undefined,
      headers: { "Auto-Submitted": "auto-generated", ...oneClick(letter.unsubscribe_url) },
    }).compile();
    const text = await mail.build();
    const { auth, ...options } = parseConnectionUrl(smtpUrl) as SMTPConnection.Options & { auth?: SMTPConnection.Credentials };
    // its types do not know that it tells whether the server takes a password
    const connection: SMTPConnection & { readonly allowsAuth?: boolean } = new SMTPConnection({ ...options, ...times });
    // read for the first time when the server has asked for the text
    const body = Readable.from((async function* () {
      if (!(await begin())) throw Object.assign(new Error("begun before"), { code: "EBEGUN" });
      begun = true;
      yield text;
    })());
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.once("end", () => reject(Object.assign(new Error("closed"), { code: "ECONNECTION" })));
      const send = () => connection.send(mail.getEnvelope(), body, (fault) => (fault ? reject(fault) : resolve()));
      connection.connect((fault) => {
        if (fault) return reject(fault);
        if (!auth || !connection.allowsAuth) return send();
        connection.login(auth, (refused) => (refused ? reject(refused) : send()));
      });
    }).catch((fault: unknown) => {
      body.destroy();
      connection.close();
      throw fault;
    });
    connection.quit();
    return { ended: "arrived", fault: "" };
  } catch (fault) {
    const { code, responseCode } = fault as { code?: unknown; responseCode?: unknown };
    // an answer with a number is a no, whenever it comes
    const saidNo = typeof responseCode === "number" && responseCode >= 400;
    return { ended: begun && !saidNo ? "inDoubt" : "notSent", fault: String(code ?? "unknown") };
  }
}

/** RFC 8058: a mail program may stop these letters for the person with one request, without signing in. */
function oneClick(url: string | null): Record<string, string> {
  return url === null ? {} : { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
