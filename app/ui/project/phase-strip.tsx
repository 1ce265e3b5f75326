// The ten phases in order: which are done, where the project is, what comes later; said in words, repeated in colour.
import type { PhaseStanding } from "../../domain/outlook";
import { useWords } from "../words";

export function PhaseStrip({ phases }: { readonly phases: readonly PhaseStanding[] }) {
  const { project } = useWords();
  return (
    <ol className="phase-strip">
      {phases.map(({ phase, state, reached, total }) => (
        <li key={phase} data-state={state} aria-current={state === "here" ? "step" : undefined}>
          <svg className="phase-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="phase-bar-all" width="100" height="10" />
            <rect className="phase-bar-reached" width={Math.round((reached / total) * 100)} height="10" />
          </svg>
          <span className="phase-name">{project.phase[phase]}</span>
          <span className="phase-state">{project.phaseState[state]}<span className="phase-count">{project.phaseCount(reached, total)}</span></span>
        </li>
      ))}
    </ol>
  );
}
