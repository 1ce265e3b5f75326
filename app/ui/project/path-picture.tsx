// The road to moving in as a picture: one stone for each milestone, laid, being laid, or still to come, and the house at the end.

type PathPictureProps = { readonly reached: number; readonly underWay: number; readonly total: number; readonly text: string };

export function PathPicture({ reached, underWay, total, text }: PathPictureProps) {
  const stones = Array.from({ length: total }, (_, index) => ({
    ...placeOf(total > 1 ? index / (total - 1) : 0),
    look: index < reached ? "laid" : index < reached + underWay ? "now" : "later",
  }));
  const here = stones[Math.min(reached, total - 1)];
  return (
    <svg className="pic path-picture" viewBox="0 0 600 250" role="img" aria-label={text}>
      <path className="pic-hill-2" d="M0 120C90 60 170 70 260 100S430 60 600 96V250H0Z" />
      <path className="pic-hill" d="M0 170c120-46 250-30 340-14s190 0 260-34v128H0Z" />
      <path className="pic-ground" d="M0 208c150-30 330-18 600-26v68H0Z" />
      <circle className="pic-sun" cx="86" cy="46" r="22" />
      <g transform="translate(505 96)">
        <path className="pic-wall-3" d="M0 0v-34l32-28 32 28V0Z" />
        <path className="pic-roof" d="m-6-31 38-36 38 36-4 5-34-33-34 33Z" />
        <path className="pic-glass" d="M9-26h13v15H9z" />
        <path className="pic-door" d="M34 0v-19a8 8 0 0 1 16 0V0Z" />
      </g>
      <g transform="translate(468 98)"><rect className="pic-trunk" x="-3" y="-26" width="6" height="26" /><circle className="pic-leaf" cy="-40" r="20" /><circle className="pic-leaf-2" cx="8" cy="-46" r="10" /></g>
      <g transform="translate(582 104)"><rect className="pic-trunk" x="-3" y="-20" width="6" height="20" /><circle className="pic-leaf" cy="-30" r="15" /></g>
      {stones.map((stone, index) => <ellipse key={index} className={`stone-${stone.look}`} cx={stone.x} cy={stone.y} rx={6.6 * stone.size} ry={4.6 * stone.size} />)}
      {here ? (
        <g transform={`translate(${here.x} ${here.y - 6})`}>
          <path className="pic-cloth-2" d="M-7 0v-10a7 7 0 0 1 14 0V0Z" /><circle className="pic-skin-1" cy="-23" r="6" />
          <path className="pic-cloth-1" d="M9 0v-8a6 6 0 0 1 12 0v8Z" /><circle className="pic-skin-2" cx="15" cy="-19" r="5" />
        </g>
      ) : null}
    </svg>
  );
}

/** From the near left (0) in bends up to the door of the house (1); what is far away is smaller. */
function placeOf(along: number): { readonly x: number; readonly y: number; readonly size: number } {
  const far = 1 - along;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: round(28 + along * 518),
    y: round(222 - along * 121 + Math.sin(along * Math.PI * 3.2) * 24 * far),
    size: round(1.15 - along * 0.55),
  };
}
