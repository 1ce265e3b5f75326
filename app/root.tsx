// The document every page is put into: language, colours, style sheet, frame, and the page shown when something goes wrong.
import latinFont from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { FaultPage, faultWords, statusOf } from "./ui/fault-page";
import { Frame, strangersFrame, type FrameData } from "./ui/frame";
import { useNonce } from "./ui/nonce";
import { PageTitle } from "./ui/page-title";
import { useLanguage, useWords, WordsAhead } from "./ui/words";
import styles from "./ui/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: latinFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function loader({ context }: LoaderFunctionArgs): FrameData {
  const { colourScheme, mode, accessibilityStatementUrl, visitor } = context;
  return {
    colourScheme,
    isDemo: mode === "demo",
    accessibilityStatementUrl,
    visitor: visitor && { name: visitor.name, isAdministrator: visitor.administratorOf !== null },
  };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const frame = useFrame();
  const language = useLanguage();
  const words = useWords();
  const nonce = useNonce();
  // null when no route has failed
  const thrown = useRouteError() ?? null;
  return (
    <html lang={language} data-color-scheme={frame.colourScheme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={frame.colourScheme === "auto" ? "light dark" : frame.colourScheme} />
        <meta name="robots" content="noindex" />
        <PageTitle said={thrown === null ? undefined : faultWords(words, statusOf(thrown)).title} />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame frame={frame}>{children}</Frame>
        <WordsAhead />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FaultPage thrown={useRouteError()} signedIn={useFrame().visitor !== null} />;
}

/** Nothing was loaded when the very first loader failed. */
function useFrame(): FrameData {
  return useRouteLoaderData<typeof loader>("root") ?? strangersFrame;
}
