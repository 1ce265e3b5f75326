// What a route is handed: who asks, in which language, and the views and acts bound to them. Routes import this file's types only.
import type { ColourScheme, Language } from "../app/domain/preference";
import { acts } from "./acts";
import type { AuthDesk } from "./auth-desk";
import type { Mode, Office } from "./office";
import { views } from "./views";
import type { Visitor } from "./visitor";

type Bound<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (office: Office, visitor: Visitor | null, input: infer Input) => infer Answer
    ? (input: Input) => Answer
    : never;
};

export type Context = {
  /** For the Content-Security-Policy of this answer; every inline script carries it. */
  readonly nonce: string;
  readonly mode: Mode;
  readonly baseUrl: string;
  readonly visitor: Visitor | null;
  readonly language: Language;
  readonly colourScheme: ColourScheme;
  readonly views: Bound<typeof views>;
  readonly acts: Bound<typeof acts>;
  /** Everything about signing in and out; its answers carry cookies. */
  readonly desk: AuthDesk;
  /** The municipality's accessibility statement, linked from every page when there is one. */
  readonly accessibilityStatementUrl: string | null;
  /** Whatever nobody expected, thrown in a loader, an action or while rendering: into the log, with the request it broke. */
  readonly noteFault: (fault: unknown) => void;
};

/** Binds every function of a table to the office and the person asking. */
export function bind<Table extends object>(table: Table, office: Office, visitor: Visitor | null): Bound<Table> {
  const entries = Object.entries(table).map(([name, work]) => [name, (input: unknown) => work(office, visitor, input)]);
  return Object.fromEntries(entries) as Bound<Table>;
}

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends Context {}
  /** What a loader returns is what the page gets, in types too. */
  interface Future {
    v3_singleFetch: true;
  }
}
