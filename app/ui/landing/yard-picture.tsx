// The picture on the front page: houses around a shared yard, and people at one table in the middle of it.

type HouseProps = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly wall: 1 | 2 | 3 | 4; readonly lit?: boolean };

/** A gabled house; `x`, `y` is the lower left corner. */
function House({ x, y, width, height, wall }: HouseProps) {
  const eaves = y - height;
  const peak = eaves - width * 0.42;
  const middle = x + width / 2;
  const pane = width * 0.17;
  const paneY = eaves + height * 0.2;
  return (
    <g>
      <path d={`M${x} ${y}V${eaves}L${middle} ${peak}L${x + width} ${eaves}V${y}Z`} className={`pic-wall-${wall}`} />
      <path
        d={`M${x - 7} ${eaves + 5}L${middle} ${peak - 9}L${x + width + 7} ${eaves + 5}L${x + width + 2} ${eaves + 11}L${middle} ${peak + 3}L${x - 2} ${eaves + 11}Z`}
        className={wall === 2 ? "pic-roof-2" : "pic-roof"}
      />
      <rect x={x + width * 0.16} y={paneY} width={pane} height={pane * 1.25} rx="1.5" className="pic-glass" />
      <rect x={x + width * 0.67} y={paneY} width={pane} height={pane * 1.25} rx="1.5" className="pic-glass" />
      <circle cx={middle} cy={eaves - width * 0.1} r={width * 0.07} className="pic-glass" />
      <path d={`M${middle - width * 0.1} ${y}v${-height * 0.42}a${width * 0.1} ${width * 0.1} 0 0 1 ${width * 0.2} 0v${height * 0.42}Z`} className="pic-door" />
    </g>
  );
}

function Tree({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g>
      <rect x={x - size * 0.06} y={y - size * 0.5} width={size * 0.12} height={size * 0.5} rx="2" className="pic-trunk" />
      <circle cx={x} cy={y - size * 0.78} r={size * 0.4} className="pic-leaf" />
      <circle cx={x + size * 0.16} cy={y - size * 0.9} r={size * 0.2} className="pic-leaf-2" />
    </g>
  );
}

type PersonProps = { readonly x: number; readonly y: number; readonly cloth: 1 | 2 | 3 | 4; readonly skin: 1 | 2 };

function Person({ x, y, cloth, skin }: PersonProps) {
  return (
    <g>
      <path d={`M${x - 13} ${y}v-16a13 13 0 0 1 26 0v16Z`} className={`pic-cloth-${cloth}`} />
      <circle cx={x} cy={y - 38} r="9.5" className={`pic-skin-${skin}`} />
    </g>
  );
}

export function YardPicture({ text }: { readonly text: string }) {
  return (
    <svg className="pic" viewBox="0 0 620 460" role="img" aria-label={text}>
      <circle cx="470" cy="96" r="44" className="pic-sun" />
      <path d="M0 250C90 170 190 160 300 205S520 150 620 205V330H0Z" className="pic-hill-2" />
      <path d="M0 275C120 215 240 225 340 245S540 220 620 262V340H0Z" className="pic-hill" />
      <path d="M0 300c180-38 440-38 620 0v130a30 30 0 0 1-30 30H30a30 30 0 0 1-30-30Z" className="pic-ground" />
      <Tree x={40} y={296} size={92} />
      <Tree x={585} y={300} size={84} />
      <House x={186} y={292} width={92} height={78} wall={3} />
      <House x={342} y={292} width={92} height={78} wall={1} />
      <Tree x={310} y={292} size={104} />
      <House x={66} y={322} width={108} height={92} wall={2} />
      <House x={446} y={322} width={108} height={92} wall={4} />
      <path d="M250 460c14-26 24-40 26-62h68c2 22 12 36 26 62Z" className="pic-path" />
      <ellipse cx="310" cy="366" rx="206" ry="58" className="pic-yard" />
      <Person x={258} y={362} cloth={1} skin={1} />
      <Person x={310} y={356} cloth={3} skin={2} />
      <Person x={362} y={362} cloth={2} skin={1} />
      <rect x="226" y="352" width="168" height="15" rx="7" className="pic-table" />
      <path d="M246 366h10v32h-10zM364 366h10v32h-10z" className="pic-table" />
      <path d="m286 351 7-5h36l5 5z" className="pic-paper" />
      <path d="M197 404v-15a14 14 0 0 1 28 0v15Z" className="pic-cloth-4" />
      <circle cx="211" cy="368" r="9.5" className="pic-skin-2" />
      <circle cx="211" cy="404" r="17" className="pic-stroke" strokeWidth="3.5" />
      <path d="M195 372v24h22" className="pic-stroke" strokeWidth="3.5" strokeLinecap="round" />
      <Tree x={96} y={420} size={60} />
      <Tree x={530} y={424} size={66} />
    </svg>
  );
}
