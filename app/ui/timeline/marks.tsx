// The signs of the timeline, each with an outline of its own so that they differ without colour.

type MarkProps = { readonly x: number; readonly y: number };

export function PlannedMark({ x, y }: MarkProps) {
  return <path className="tl-planned" d={`M${x} ${y - 6}l6 6-6 6-6-6z`} />;
}

export function ExpectedMark({ x, y }: MarkProps) {
  return <path className="tl-expected" d={`M${x - 5} ${y - 5}h10v10h-10z`} />;
}

export function ForecastMark({ x, y }: MarkProps) {
  return <circle className="tl-forecast" cx={x} cy={y} r="4.5" />;
}

export function ReachedMark({ x, y }: MarkProps) {
  return (
    <>
      <circle className="tl-reached" cx={x} cy={y} r="7" />
      <path className="tl-reached-tick" d={`M${x - 3} ${y}l2 2.4 4-4.4`} />
    </>
  );
}

export function ExpiresMark({ x, y }: MarkProps) {
  return <path className="tl-expires" d={`M${x - 4.5} ${y - 4.5}l9 9m0-9l-9 9`} />;
}

/** What is worked on until the forecast: a thin open bar, a thick full one on the critical path. */
export function WorkBar({ from, to, y, critical }: { readonly from: number; readonly to: number; readonly y: number; readonly critical: boolean }) {
  const half = critical ? 5 : 2.5;
  return <rect className={critical ? "tl-bar tl-critical" : "tl-bar"} x={from} y={y - half} width={Math.max(1, Math.round((to - from) * 10) / 10)} height={half * 2} rx={half} />;
}

/** From the day half of the runs reach to the day eight of ten do. */
export function ChancesMark({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  return <path className="tl-chances" d={`M${from} ${y - 7}v14M${from} ${y}H${to}M${to} ${y - 7}v14`} />;
}
