// The web server without its socket: what every request passes, in order, until the application answers it with a page.
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { wordsIn } from "../app/words";
import type { WhoIs } from "./access";
import { acts } from "./acts";
import type { AuthDesk } from "./auth-desk";
import type { Config } from "./config";
import { bind, type Context } from "./context";
import { freeBytesBeside } from "./disk-space";
import { calendarDoor, calendarPath } from "./http/calendar-door";
import { gate } from "./http/gate";
import { headersOf } from "./http/headers-of";
import { health } from "./http/health";
import { metricsDoor } from "./http/metrics-door";
import { sendPlainPage } from "./http/plain-page";
import { coloursFor, languageFor } from "./http/reader";
import { requestIdHeader, requestLog } from "./http/request-log";
import { nonceLocal, securityHeaders } from "./http/security-headers";
import type { Metrics } from "./metrics";
import type { Office } from "./office";
import type { Pages } from "./pages";
import { views } from "./views";

export type HttpParts = {
  readonly office: Office;
  readonly config: Config;
  readonly whoIs: WhoIs;
  readonly desk: AuthDesk;
  readonly pages: Pages;
  readonly isStopping: () => boolean;
  /** Without them, or without a token in the configuration, there is no address for them. */
  readonly metrics?: Metrics | null;
};

export function makeHttp(parts: HttpParts): Express {
  const { office, config, pages, isStopping, metrics } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustedProxies.length > 0 ? [...config.trustedProxies] : false);

  app.use(requestLog(office.log, config.trustedProxies.length > 0, metrics?.answered));
  app.use((_request, response, next) => {
    // whoever keeps connections open to us opens the next one to another server
    if (isStopping()) response.setHeader("Connection", "close");
    next();
  });
  app.use(securityHeaders(config.baseUrl, office.mode));
  app.use("/health", health({ database: office.database, isStopping, freeBytes: freeBytesBeside(config.databaseUrl), log: office.log }));
  app.use(compression());
  if (metrics && config.metricsToken !== null) app.get("/metrics", metricsDoor(metrics, config.metricsToken));
  app.use(gate(config));
  app.get(calendarPath, calendarDoor(office));
  app.use(pages.assets);
  app.use((_request, response, next) => {
    // pages show what only this person may see: no cache on the way, and nothing left behind after sign-out
    response.setHeader("Cache-Control", "private, no-store");
    next();
  });
  app.all("*", createRequestHandler({
    build: pages.build,
    mode: office.mode === "development" ? "development" : "production",
    getLoadContext: (request, response) => contextFor(parts, request, response),
  }));
  app.use(lastResort(office, config));
  return app;
}

async function contextFor({ office, config, whoIs, desk }: HttpParts, request: Request, response: Response): Promise<Context> {
  const visitor = await whoIs(headersOf(request.headers));
  return {
    nonce: String(response.locals[nonceLocal]),
    mode: office.mode,
    baseUrl: office.baseUrl,
    visitor,
    language: languageFor(visitor, request.headers, config.defaultLanguage),
    colourScheme: coloursFor(visitor, request.headers),
    accessibilityStatementUrl: config.accessibilityStatementUrl,
    noteFault: (fault) => office.log.error({ id: request.headers[requestIdHeader], err: fault }, "a page broke"),
    views: bind(views, office, visitor),
    acts: bind(acts, office, visitor),
    desk,
  };
}

/** What the application could not answer itself: an address that cannot be read, or a fault before the page. */
function lastResort(office: Office, config: Config): ErrorRequestHandler {
  return (fault: { status?: unknown }, request, response, next) => {
    const status = typeof fault.status === "number" && fault.status >= 400 && fault.status < 500 ? fault.status : 500;
    if (status === 500) office.log.error({ id: request.headers[requestIdHeader], err: fault }, "a request broke");
    if (response.headersSent) return next(fault);
    const language = languageFor(null, request.headers, config.defaultLanguage);
    const { faults } = wordsIn(language).shell;
    const { title, text } = status === 500 ? faults.broken : faults.refused;
    sendPlainPage(response, status, language, { happened: title, advice: text }, faults.toFrontPage);
  };
}
