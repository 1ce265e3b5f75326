// The state of a milestone as a picture and in words; colour only repeats what both say.
import type { Standing } from "../../domain/staleness";
import type { MilestoneState } from "../../domain/milestone";
import { StateTag, type Tone } from "../page";
import { useWords } from "../words";

type Look = { readonly tone: Tone; readonly picture: keyof typeof pictures };

/** Drawn on 20 by 20, each with an outline of its own, so that they differ without colour. */
const pictures = {
  open: <circle cx="10" cy="10" r="7" strokeDasharray="3 2.5" />,
  begun: <><circle cx="10" cy="10" r="7" /><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" stroke="none" /></>,
  waits: <path d="M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 4.5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 4.5-3.5 7s3.5 3 3.5 7" />,
  back: <path d="M8 4 4 8l4 4M4.5 8H12a4 4 0 0 1 0 8H8" />,
  done: <><circle cx="10" cy="10" r="8" fill="currentColor" stroke="none" /><path className="state-picture-inside" d="m6 10.3 2.7 2.7L14.2 7.4" /></>,
  moved: <path d="M10 3 18 17H2zM10 8v4M10 14.4v.2" />,
  paused: <path d="M7 4v12M13 4v12" />,
  closed: <path d="M5 5l10 10M15 5 5 15" />,
} as const;

const looks: Readonly<Record<MilestoneState, Look>> = {
  notStarted: { tone: "neutral", picture: "open" },
  underWay: { tone: "accent", picture: "begun" },
  submitted: { tone: "waiting", picture: "waits" },
  returned: { tone: "bad", picture: "back" },
  approved: { tone: "good", picture: "done" },
  approvedWithConditions: { tone: "good", picture: "done" },
  recorded: { tone: "good", picture: "done" },
  decidedElsewhere: { tone: "good", picture: "done" },
  reopened: { tone: "waiting", picture: "back" },
  postponed: { tone: "neutral", picture: "paused" },
  refused: { tone: "bad", picture: "closed" },
  notRelevant: { tone: "neutral", picture: "closed" },
};

/** `standing`: null unless it is approved. An approval whose text has moved shows that it has. */
export function StateMark({ state, standing }: { readonly state: MilestoneState; readonly standing: Standing | null }) {
  const { milestones } = useWords();
  const { tone } = looks[state];
  return (
    <StateTag tone={standing === "moved" ? "waiting" : tone}>
      <StatePicture state={state} standing={standing} />
      {standing === "moved" ? milestones.moved : milestones.state[state]}
    </StateTag>
  );
}

export function StatePicture({ state, standing }: { readonly state: MilestoneState; readonly standing: Standing | null }) {
  const picture = standing === "moved" ? "moved" : looks[state].picture;
  return <svg className="state-picture" viewBox="0 0 20 20" aria-hidden="true" focusable="false">{pictures[picture]}</svg>;
}

/** For the card around it: which colour the whole page's state has. */
export function stateTone(state: MilestoneState, standing: Standing | null): Tone {
  return standing === "moved" ? "waiting" : looks[state].tone;
}
