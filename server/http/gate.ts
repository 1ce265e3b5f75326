// What every request passes before the application: a sound host name, an address that can be asked for, our own origin, a bearable size.
import type { RequestHandler, Response } from "express";
import { wordsIn } from "../../app/words";
import { largestArchiveBytes } from "../../app/domain/proof";
import { addressHeader } from "../auth";
import type { Config } from "../config";
import { sendPlainPage } from "./plain-page";
import { languageFor } from "./reader";
import { isSameOrigin } from "./same-origin";

/** Forms are small; documents travel over the socket, which has limits of its own. */
export const largestBodyBytes = 1_000_000;
/** What a form around a file weighs. */
const formBytes = 20_000;
const uploadPath = /^\/+projects\/+[^/]+\/+milestones\/+[^/]+\/+files(?:\/+upload)?\/*$/i;

/** Archives that somebody wants to have checked, and files that are evidence, are read as they come, and never held whole. */
function largestBodyAt(path: string, largestFileMb: number): number {
  if (uploadPath.test(path)) return largestFileMb * 1_000_000 + formBytes;
  return /^\/+verify\/*$/i.test(path) ? largestArchiveBytes + 10_000 : largestBodyBytes;
}

const hostPattern = /^(\[[0-9a-f:]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

type Trusts = (address: string, hop: number) => boolean;

export function gate(config: Pick<Config, "baseUrl" | "mode" | "defaultLanguage" | "largestFileMb">): RequestHandler {
  return (request, response, next) => {
    const { headers } = request;
    const language = languageFor(null, headers, config.defaultLanguage);
    const words = wordsIn(language);
    const refuse = (status: number, happened: string, advice: string): Response => {
      // what is left of the body is not read: the connection ends with the answer
      response.setHeader("Connection", "close");
      return sendPlainPage(response, status, language, { happened, advice }, words.shell.faults.toFrontPage);
    };

    const trusts = request.app.get("trust proxy fn") as Trusts;
    if (!trusts(request.socket.remoteAddress ?? "", 0)) delete headers["x-forwarded-host"];
    headers[addressHeader] = request.ip ?? "unknown";

    const { refused, tooLarge } = words.shell.faults;
    // no address of ours holds a NUL, and PostgreSQL cannot even be asked for one
    if (/%00/.test(request.url)) return void refuse(400, refused.title, refused.text);
    if (!hostPattern.test(headers.host ?? "")) return void refuse(400, refused.title, refused.text);
    if (request.method === "GET" || request.method === "HEAD") return next();
    if (!isSameOrigin(headers, config.baseUrl, config.mode)) {
      const { happened, advice } = words.refusals.phrase.crossSite;
      return void refuse(403, happened, advice);
    }
    if (headers["transfer-encoding"] !== undefined) return void refuse(411, refused.title, refused.text);
    if (Number(headers["content-length"] ?? 0) > largestBodyAt(request.path, config.largestFileMb)) return void refuse(413, tooLarge.title, tooLarge.text);
    next();
  };
}
