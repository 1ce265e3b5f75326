// Who reads the page and how they like it: language and colours from the person, else from their cookie, else from their browser.
import type { IncomingHttpHeaders } from "node:http";
import { isColourScheme, isLanguage, type ColourScheme, type Language } from "../../app/domain/preference";
import type { Visitor } from "../visitor";

export const languageCookie = "samtun_language";
export const coloursCookie = "samtun_colours";

export function languageFor(visitor: Visitor | null, headers: IncomingHttpHeaders, otherwise: Language): Language {
  if (visitor) return visitor.language;
  const chosen = cookieIn(headers.cookie, languageCookie);
  return isLanguage(chosen) ? chosen : (fromBrowser(headers["accept-language"]) ?? otherwise);
}

export function coloursFor(visitor: Visitor | null, headers: IncomingHttpHeaders): ColourScheme {
  if (visitor) return visitor.colourScheme;
  const chosen = cookieIn(headers.cookie, coloursCookie);
  return isColourScheme(chosen) ? chosen : "auto";
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  return header?.split(";").map((each) => each.trim()).find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** `no` is what many browsers still call bokmål. The order is the browser's own wish (q). */
function fromBrowser(header: string | undefined): Language | null {
  const wishes = (header ?? "").slice(0, 500).split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
    return { language: tag.split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
  });
  for (const { language, quality } of wishes.sort((one, other) => other.quality - one.quality)) {
    if (quality > 0 && language === "no") return "nb";
    if (quality > 0 && isLanguage(language)) return language;
  }
  return null;
}
