// A person's calendar as the program that subscribes to it sees it: every day of their projects that their role may see.
import { changesIn, concerns, datedIn, isStillTold, type Dated, type Told } from "../../app/domain/calendar";
import type { CalendarTitles } from "../../app/domain/notice";
import type { Actor } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import type { Project } from "../../app/domain/project";
import { dayInOslo } from "../../app/domain/time";
import { calendarWordsIn } from "../../app/words/calendar";
import { keepTold, listTold, type Feed, type ToldEvent } from "../../db/calendar";
import { listPlacesOf } from "../../db/membership-lists";
import { findProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import { writeCalendar, type CalendarEvent } from "../icalendar";
import { languageOf } from "../mail";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import { projectNow } from "../tasks-now";

/** [N23] The whole calendar as text. */
export async function calendarFeed(office: Office, feed: Pick<Feed, "userId" | "titles">): Promise<string> {
  const language = await languageOf(office.db, feed.userId);
  const events: CalendarEvent[] = [];
  for (const actor of await listPlacesOf(office.db, feed.userId)) events.push(...(await eventsIn(office, actor, feed.titles, language)));
  return writeCalendar(calendarWordsIn(language).name, language, events);
}

async function eventsIn(office: Office, actor: Actor, titles: CalendarTitles, language: Language): Promise<CalendarEvent[]> {
  const { db, baseUrl } = office;
  const { projectId } = actor;
  const project = await findProject(db, projectId);
  if (!project) return [];
  const now = await projectNow(db, projectId, office.now());
  const dated = datedIn(now.facts, now.today);
  const told = await tell(office, project, dated);
  return told.flatMap((each): CalendarEvent[] => {
    const of = dated.find((one) => one.subject === each.subject);
    const uid = `${each.subject}@samtun`;
    const shared = { uid, day: each.day, sequence: each.sequence, changedAt: each.changed_at };
    // what was taken away is told as cancelled, without a word of what it was
    if (!of) return each.gone_at && isStillTold(dayInOslo(each.gone_at), now.today) ? [{ ...shared, summary: calendarWordsIn(language).name, url: baseUrl, isCancelled: true }] : [];
    const milestone = now.milestones.find((one) => one.id === of.milestoneId);
    if (!milestone || !concerns(of, milestone, actor)) return [];
    const title = milestoneText(milestone, project.model, language).title;
    return [{ ...shared, summary: summaryOf(of, title, project.name, titles, language), url: `${baseUrl}/projects/${projectId}/milestones/${of.code}`, isCancelled: false }];
  });
}

function summaryOf({ code, clock }: Dated, title: string, project: string, titles: CalendarTitles, language: Language): string {
  const { neutral, full } = calendarWordsIn(language);
  if (titles === "neutral") return clock ? neutral.clock(code) : neutral.milestone(code);
  return clock ? full.clock(clock.kind, title, project) : full.milestone(title, project);
}

/** [N24] Notes what has changed since any calendar last asked, and answers everything that is told now. */
async function tell(office: Office, { id }: Project, dated: readonly Dated[]): Promise<ToldEvent[]> {
  const told = await listTold(office.db, id);
  const known = told.map((each): Told => ({ subject: each.subject, day: each.day, sequence: each.sequence, isGone: each.gone_at !== null }));
  const changes = changesIn(known, dated);
  if (changes.length === 0) return told;
  const at = office.now();
  const rows = changes.map((each): ToldEvent => ({
    project_id: id, subject: each.subject, day: each.day, sequence: each.sequence, changed_at: at, gone_at: each.isGone ? at : null,
  }));
  await inTransaction(office.db, (db) => keepTold(db, rows));
  return listTold(office.db, id);
}
