// The picture on the front page: houses around a shared yard, and people at one table in the middle of it.

type HouseProps = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly wall: 1 | 2 | 3 | 4 };

/** A gabled house, drawn in a box 100 wide; `x`, `y` is the lower left corner. */
function House({ x, y, width, height, wall }: HouseProps) {
  const scale = width / 100;
  const tall = height / scale;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d={`M0 0v${-tall}l50-42 50 42v${tall}Z`} className={`pic-wall-${wall}`} />
      <path d={`m-7 ${5 - tall} 57-56 57 56-5 6-52-50-52 50Z`} className={wall === 2 ? "pic-roof-2" : "pic-roof"} />
      <path d={`M16 ${22 - tall}h17v21H16zM67 ${22 - tall}h17v21H67z`} className={wall === 1 ? "pic-wall-3" : "pic-glass"} />
      <circle cx="50" cy={-tall - 10} r="7" className={wall === 1 ? "pic-wall-3" : "pic-glass"} />
      <path d="M40 0v-36a10 10 0 0 1 20 0V0Z" className="pic-door" />
    </g>
  );
}

/** Drawn 100 high; `x`, `y` is the foot of the trunk. */
function Tree({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 100})`}>
      <rect x="-6" y="-50" width="12" height="50" rx="2" className="pic-trunk" />
      <circle cx="0" cy="-78" r="40" className="pic-leaf" />
      <circle cx="16" cy="-90" r="20" className="pic-leaf-2" />
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

/** In a wheelchair, at the end of the table. */
function WheelchairUser({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M-13-2v-26a12 12 0 0 1 24 0v12h20v14Z" className="pic-cloth-4" />
      <path d="M24-8v16h12" className="pic-stroke" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="-1" cy="-50" r="9.5" className="pic-skin-2" />
      <path d="M-18-30v24" className="pic-stroke" strokeWidth="4" strokeLinecap="round" />
      <circle cx="-4" cy="0" r="15" className="pic-wheel" strokeWidth="3.5" />
      <circle cx="27" cy="11" r="4" className="pic-ink" />
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
      <WheelchairUser x={200} y={392} />
      <Tree x={96} y={420} size={60} />
      <Tree x={530} y={424} size={66} />
    </svg>
  );
}
