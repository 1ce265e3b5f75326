// What the signs of the picture mean, beside each sign.
import type { ReactNode } from "react";
import { useWords } from "../words";
import { ChancesMark, ExpectedMark, ExpiresMark, ForecastMark, PlannedMark, ReachedMark, WorkBar } from "./marks";

export function Legend() {
  const { picture: say } = useWords().timeline;
  return (
    <ul className="tl-legend" aria-label={say.legend}>
      <Sign text={say.reached}><ReachedMark x={14} y={9} /></Sign>
      <Sign text={say.planned}><PlannedMark x={14} y={9} /></Sign>
      <Sign text={say.expected}><ExpectedMark x={14} y={9} /></Sign>
      <Sign text={say.forecast}><WorkBar from={1} to={18} y={9} critical={false} /><ForecastMark x={19} y={9} /></Sign>
      <Sign text={say.critical}><WorkBar from={1} to={27} y={9} critical /></Sign>
      <Sign text={say.expires}><ExpiresMark x={14} y={9} /></Sign>
      <Sign text={say.chances}><ChancesMark from={3} to={25} y={9} /></Sign>
      <Sign text={say.today}><path className="tl-today" d="M14 1V17" /></Sign>
    </ul>
  );
}

function Sign({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return <li><svg viewBox="0 0 28 18" aria-hidden="true">{children}</svg> {text}</li>;
}
