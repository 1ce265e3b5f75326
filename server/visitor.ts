// The person behind a request: signed in, with the language and colours they chose.
import type { UserId } from "../app/domain/ids";
import type { ColourScheme, Language } from "../app/domain/preference";

export type Visitor = {
  readonly userId: UserId;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly colourScheme: ColourScheme;
  /** The municipality this person administers, or null. */
  readonly administratorOf: string | null;
};
