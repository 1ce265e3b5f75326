// The timeline as a picture for wide screens and paper: one drawing a phase, so that paper breaks between them, all on the same scale.
import { goal } from "../../domain/schedule";
import { phases, type Phase } from "../../domain/project";
import type { Line } from "../../domain/timeline";
import { useLanguage, useWords } from "../words";
import { ChancesMark, ExpectedMark, ExpiresMark, ForecastMark, PlannedMark, ReachedMark, WorkBar } from "./marks";
import { scaleOf, ticksOf, type Scale, type Tick } from "./scale";
import type { ChancesData, TimelineData } from "./timeline-data";

const width = 1000;
const head = 30;
const row = 24;
/** How many letters of a title there is room for; the whole of it stands in the table. */
const mostLetters = 42;

export function TimelinePicture({ timeline }: { readonly timeline: TimelineData }) {
  const { stretch, lines } = timeline;
  const language = useLanguage();
  const scale = scaleOf(stretch, 330, 985);
  const ticks = ticksOf(stretch, language, 14);
  return (
    <div className="tl-wide">
      {phases.map((phase) => {
        const own = lines.filter((each) => each.phase === phase).toSorted((left, right) => left.code.localeCompare(right.code));
        return own.length === 0 ? null : <PhasePicture key={phase} phase={phase} lines={own} scale={scale} ticks={ticks} timeline={timeline} />;
      })}
    </div>
  );
}

type PhaseProps = { readonly phase: Phase; readonly lines: readonly Line[]; readonly scale: Scale; readonly ticks: readonly Tick[]; readonly timeline: TimelineData };

function PhasePicture({ phase, lines, scale, ticks, timeline }: PhaseProps) {
  const { project, timeline: words } = useWords();
  const say = words.picture;
  const height = head + lines.length * row + 6;
  const { today, chances } = timeline;
  const reached = lines.filter((each) => each.reached !== null).length;
  return (
    <svg className="tl-phase" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.phase(project.phase[phase], reached, lines.length)} data-phase={phase}>
      <text className="tl-phase-name" x="0" y="19">{project.phase[phase]}</text>
      <path className="tl-grid" d={ticks.map(({ day }) => `M${scale.at(day)} 24V${height}`).join("")} />
      <path className="tl-frame" d={`M0 ${head - 3}H${width}`} />
      {ticks.map(({ day, label }) => <text key={day} className="tl-tick" x={scale.at(day) + 3} y="19">{label}</text>)}
      {scale.shows(today) ? <path className="tl-today" d={`M${scale.at(today)} 4V${height}`} /> : null}
      {lines.map((line, index) => <LinePicture key={line.code} line={line} y={head + index * row + row / 2} scale={scale} chances={line.code === goal ? chances : null} />)}
    </svg>
  );
}

type LineProps = { readonly line: Line; readonly y: number; readonly scale: Scale; readonly chances: ChancesData | null };

function LinePicture({ line, y, scale, chances }: LineProps) {
  const { code, title, planned, expected, forecast, from, reached, expires, critical } = line;
  const inside = (x: number) => Math.min(scale.right, Math.max(scale.left, x));
  const name = title.length > mostLetters ? `${title.slice(0, mostLetters - 1)}…` : title;
  return (
    <g data-code={code}>
      <text className={critical ? "tl-name tl-name-critical" : "tl-name"} x="0" y={y + 4.5}><tspan className="tl-code">{code}</tspan> {name}</text>
      {from !== null && forecast !== null ? <WorkBar from={inside(scale.at(from))} to={inside(scale.at(forecast))} y={y} critical={critical} /> : null}
      {scale.shows(planned) ? <PlannedMark x={scale.at(planned)} y={y} /> : null}
      {scale.shows(expected) ? <ExpectedMark x={scale.at(expected)} y={y} /> : null}
      {scale.shows(forecast) ? <ForecastMark x={scale.at(forecast)} y={y} /> : null}
      {scale.shows(reached) ? <ReachedMark x={scale.at(reached)} y={y} /> : null}
      {scale.shows(expires) ? <ExpiresMark x={scale.at(expires)} y={y} /> : null}
      {chances && scale.shows(chances.p50) && scale.shows(chances.p80) ? <ChancesMark from={scale.at(chances.p50)} to={scale.at(chances.p80)} y={y} /> : null}
    </g>
  );
}
