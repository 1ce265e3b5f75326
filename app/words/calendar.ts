// The words of calendars in all languages, for the server only: no page shows them.
import type { Language } from "../domain/preference";
import { calendar as en } from "./en/calendar";
import { calendar as nb, type CalendarWords } from "./nb/calendar";
import { calendar as nn } from "./nn/calendar";

const all: Readonly<Record<Language, CalendarWords>> = { nb, nn, en };

export function calendarWordsIn(language: Language): CalendarWords {
  return all[language];
}
