// Renders a page on the server: streamed to people, whole to robots, in the words of the reader, with the nonce of this answer.
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import wordFiles from "virtual:word-files";
import type { Language } from "./domain/preference";
import { NonceProvider } from "./ui/nonce";
import { WordsProvider } from "./ui/words";
import { wordsIn } from "./words";
import { topicsAt } from "./words/topics";

export const streamTimeout = 10_000;

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  const { language, nonce, noteFault } = context;
  const wholeAtOnce = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let begun = false;
    const begin = () => {
      begun = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Language", language);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <WordsProvider words={wordsIn(language)} language={language}>
          <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </WordsProvider>
      </NonceProvider>,
      {
        nonce,
        bootstrapModules: wordFilesOf(language, request.url),
        onShellReady: () => { if (!wholeAtOnce) begin(); },
        onAllReady: () => { if (wholeAtOnce) begin(); },
        onShellError: reject,
        // a fault in the shell rejects above and is noted there; one further down has already an answer on its way
        onError: (fault) => { if (begun) noteFault(fault); },
      },
    );
    setTimeout(() => stream.abort(), streamTimeout + 1000).unref();
  });
}

/** The words this page will wake with, named in it so that the browser fetches them with its code. Development has no such files. */
function wordFilesOf(language: Language, url: string): string[] {
  const files = wordFiles[language] ?? {};
  return ["every-page", ...topicsAt(new URL(url).pathname)].flatMap((topic) => files[topic] ?? []);
}

/** What loaders and actions throw that is no answer. A refusal is no fault, nor is a reader who left. */
export function handleError(fault: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted && !(isRouteErrorResponse(fault) && fault.status < 500)) context.noteFault(fault);
}
