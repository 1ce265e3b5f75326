// English: the timeline.
import type { TimelineWords } from "../nb/timeline";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const inRuns = (share: number) => {
  const count = Math.round(share * 10);
  if (count === 0) return share === 0 ? "none of the runs" : "almost none of the runs";
  if (count === 10) return share === 1 ? "all of the runs" : "almost all of the runs";
  return count === 5 ? "half of the runs" : `${["", "one", "two", "three", "four", "", "six", "seven", "eight", "nine"][count]} in ten runs`;
};

export const timeline: TimelineWords = {
  title: "Timeline",
  lead: "What you have planned, what will probably happen, and what has happened. The forecast is worked out again whenever something changes.",
  forecast: {
    title: "When can the residents move in?",
    likely: (month) => `Most likely move-in: ${month}.`,
    eightOfTen: (month) => `Eight times out of ten by the end of ${month}.`,
    goal: (day, share) => `The goal you have set is ${day}. It holds in ${inRuns(share)}.`,
    asPlanned: (day) => `If all goes as planned, and as fast as such things can go, it will be ${day}.`,
    drivers: "What decides it:",
    driver: (title, share) => `${title}. Holds up the move in ${inRuns(share)}.`,
    runsOut: (title, share) => `The deadline in “${title}” runs out too early in ${inRuns(share)}.`,
    how: "How this is worked out",
    howText: (runs) => `We let the project live through ${runs} imagined runs. In each of them every milestone gets a time drawn between the shortest and the longest such things usually take. Nothing is ready before the date you have set yourselves, or before what must be ready first. “Most likely” is the day that half of the runs reach. The durations are working figures, not deadlines.`,
    reached: "Moving in is reached, or not relevant. Then there is no day to work out.",
  },
  zoom: { label: "Choose a period", whole: "The whole project", next: "The next 12 months" },
  picture: {
    title: "The picture",
    phase: (name, reached, total) => `${name}: ${reached} of ${total} milestones reached. All dates are in the table.`,
    phases: "The phases in time, from first to last day. All dates are in the table.",
    today: "Today",
    legend: "The signs",
    planned: "Planned", expected: "New date", forecast: "Forecast", reached: "Reached", expires: "Runs out",
    critical: "Critical path: a day later here is a day later for moving in",
    chances: "Half to eight in ten of the runs",
    none: "No milestones have dates in this period.",
  },
  table: {
    title: "The table",
    label: "The milestones with their dates",
    order: { plan: "Milestone", code: "Milestone", forecast: "Forecast", slack: "Slack" },
    sorted: "Sort the table by",
    code: "Code",
    milestone: "Milestone", state: "State", planned: "Planned", expected: "New date", forecast: "Forecast", reached: "Reached", expires: "Runs out", slack: "Slack",
    none: "–",
    critical: "None: critical path",
    slackDays: days,
    count: (shown, total) => (shown === total ? `All ${total} milestones.` : `${shown} of ${total} milestones have something in this period.`),
  },
  slip: {
    title: "What if something is delayed?",
    lead: "Choose a milestone, and enter how many days later it comes, or the date it comes instead. Nothing is stored.",
    milestone: "Milestone",
    option: (title, day) => `${title} (${day})`,
    days: "Days later",
    day: "Or a new date",
    show: "Show what moves",
    nothing: "No milestones lie ahead of you.",
    answer: (title, count) => `If “${title}” comes ${days(count)} later:`,
    onlyItself: "Then no other milestone moves. There is time enough.",
    moved: (count) => (count === 1 ? "Then 1 other milestone moves." : `Then ${count} other milestones move.`),
    table: "The milestones that move",
    from: "From", to: "To", later: "Later",
    laterDays: days,
    moveIn: (count) => `Moving in comes ${days(count)} later.`,
    moveInStays: "Moving in comes no later.",
    runsOut: (title, day, until, needed, short) => `“${title}” runs out on ${day}. It must last until “${until}”, then expected on ${needed}. It is ${days(short)} short.`,
    already: "It runs out too early without the delay too.",
  },
};
