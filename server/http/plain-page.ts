// A page of the server's own, for what is refused or breaks before the application is asked. In the person's language, without scripts.
import type { Response } from "express";
import type { Language } from "../../app/domain/preference";

export type PlainWords = { readonly happened: string; readonly advice: string };

export function sendPlainPage(response: Response, status: number, language: Language, words: PlainWords, home: string): Response {
  response.status(status).type("text/html").setHeader("Cache-Control", "no-store");
  return response.send(`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.happened)} – Samtun</title>
<main>
<h1>${escaped(words.happened)}</h1>
<p>${escaped(words.advice)}</p>
<p><a href="/">${escaped(home)}</a></p>
</main>
</html>
`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
