// Writes iCalendar (RFC 5545): all-day events, folded and escaped, the same bytes for the same days.
import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Language } from "../app/domain/preference";
import type { Day, Instant } from "../app/domain/time";

export type CalendarEvent = {
  readonly uid: string;
  readonly day: Day;
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly summary: string;
  readonly url: string;
  readonly isCancelled: boolean;
};

/** How often calendars are asked to come back: days do not move by the hour. */
const refreshSeconds = 4 * 3600;

/** `name` is ours and needs no escaping. Lines end with CRLF, the last one too. */
export function writeCalendar(name: string, language: Language, events: readonly CalendarEvent[]): string {
  const calendar = ical({ name, prodId: { company: "samtun", product: "samtun", language: language.toUpperCase() }, ttl: refreshSeconds });
  for (const each of events) {
    calendar.createEvent({
      id: each.uid, sequence: each.sequence, stamp: new Date(each.changedAt), lastModified: new Date(each.changedAt), summary: each.summary, url: each.url,
      // an all-day event without an end is one day; the day is a date and no moment, so no time zone is in it
      start: new Date(`${each.day}T00:00:00.000Z`), allDay: true,
      status: each.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT, class: ICalEventClass.PRIVATE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
