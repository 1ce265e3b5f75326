// The timeline as a picture for narrow screens: the phases only, from the first day to the last, with letters as large as the page's.
import { phases, type Phase } from "../../domain/project";
import type { Day } from "../../domain/time";
import type { Line } from "../../domain/timeline";
import { useLanguage, useWords } from "../words";
import { ExpiresMark } from "./marks";
import { scaleOf, ticksOf } from "./scale";
import type { TimelineData } from "./timeline-data";

const row = 40;
const head = 22;

export function NarrowPicture({ timeline }: { readonly timeline: TimelineData }) {
  const { project, timeline: words } = useWords();
  const language = useLanguage();
  const { stretch, lines, today } = timeline;
  const bars = phases.flatMap((phase) => barOf(phase, lines));
  const scale = scaleOf(stretch, 2, 338);
  const inside = (day: Day) => Math.min(scale.right, Math.max(scale.left, scale.at(day)));
  const height = head + bars.length * row;
  return (
    <svg className="tl-narrow" viewBox={`0 0 340 ${height}`} role="img" aria-label={words.picture.phases}>
      {ticksOf(stretch, language, 7).map(({ day, label }) => (
        <g key={day}><path className="tl-grid" d={`M${scale.at(day)} 4V${height}`} /><text className="tl-tick" x={scale.at(day) + 3} y="14">{label}</text></g>
      ))}
      {bars.map(({ phase, from, reached, to, critical, expires }, index) => {
        const y = head + index * row + 28;
        return (
          <g key={phase} data-phase={phase}>
            <text className={critical ? "tl-name tl-name-critical" : "tl-name"} x="2" y={y - 10}>{project.phase[phase]}</text>
            {to !== null ? <rect className={critical ? "tl-bar tl-critical" : "tl-bar"} x={inside(from)} y={y - 4} width={Math.max(2, inside(to) - inside(from))} height="8" rx="4" /> : null}
            {reached !== null ? <rect className="tl-done" x={inside(from)} y={y - 4} width={Math.max(3, inside(reached) - inside(from))} height="8" rx="4" /> : null}
            {expires.filter((day) => scale.shows(day)).map((day) => <ExpiresMark key={day} x={scale.at(day)} y={y} />)}
          </g>
        );
      })}
      {scale.shows(today) ? <path className="tl-today" d={`M${scale.at(today)} 2V${height}`} /> : null}
    </svg>
  );
}

/** From its first day to its last: filled as far as it is reached, open as far as it is forecast or planned. */
function barOf(phase: Phase, lines: readonly Line[]) {
  const own = lines.filter((each) => each.phase === phase);
  const ahead = own.flatMap(({ reached, forecast, planned }) => (reached === null ? (forecast ?? planned ?? []) : [])).sort();
  const done = own.flatMap((each) => each.reached ?? []).sort();
  const begun = own.flatMap(({ from, reached, forecast, planned }) => from ?? reached ?? forecast ?? planned ?? []).sort();
  const [from] = begun;
  if (from === undefined) return [];
  return [{ phase, from, reached: done.at(-1) ?? null, to: ahead.at(-1) ?? null, critical: own.some((each) => each.critical), expires: own.flatMap((each) => each.expires ?? []) }];
}
