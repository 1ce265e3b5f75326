// Who is measured: the floor, our engine in its ways of running, and the peers, each with its own persistence and its own client's manners.
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { baseUrl, House } from "./house";
import { Server, type Plan, type Seat } from "./servers/running";

export type { Seat } from "./servers/running";
export { Server } from "./servers/running";

export type Places = {
  readonly cache: string;
  readonly programs: string;
  /** Our server, built. */
  readonly main: string;
  readonly data: string;
  /** Where each peer stands, or why it is left out. */
  readonly peers: Readonly<Record<string, { readonly folder: string } | { readonly left: string }>>;
};

/** `name`: to be called otherwise. `file`: the floor answers from it. `collects`: garbage can be collected on demand. `redis`: other servers stand beside this one. `metricsToken`: who knows it is told metrics. */
export type StartOptions = { readonly name?: string; readonly file?: string; readonly collects?: boolean; readonly redis?: string; readonly house?: House; readonly metricsToken?: string };

export type Contender = { readonly name: string; start(options?: StartOptions): Promise<Server> };

/** Those that can run here, and a sentence for each that cannot. */
export function contendersIn(places: Places, postgres: string | null): { contenders: Contender[]; left: string[] } {
  const left: string[] = [];
  const contenders: Contender[] = [floor(places), lossy(places)];
  let template: Promise<House> | null = null;
  const inFile = () => (template ??= House.inFile(places));
  contenders.push(ours("ours", false, places, inFile), ours("ours-standard", true, places, inFile));
  if (postgres) contenders.push(ours("ours-pg", false, places, () => House.inSchema(places, postgres)));
  else left.push("Our engine on PostgreSQL is left out: set BENCH_POSTGRES (or TEST_DATABASE_URL) to an address such as postgres://postgres@127.0.0.1/test.");
  for (const [name, peer] of Object.entries(places.peers)) {
    if ("left" in peer) left.push(peer.left);
    else contenders.push(peerNamed(name, peer.folder, places));
  }
  return { contenders, left };
}

function floor(places: Places): Contender {
  return {
    name: "floor",
    start: (options = {}) => begin("floor", places, options, {
      node: process.execPath, program: [join(places.programs, "floor.mjs")], cwd: places.cache,
      env: (port) => ({ PORT: String(port), ...(options.file ? { FLOOR_FILE: options.file } : {}) }),
      seat: plainSeat(options.file ? "y" : "relay", false),
    }),
  };
}

function lossy(places: Places): Contender {
  return {
    name: "lossy",
    start: (options = {}) => begin("lossy", places, options, {
      node: process.execPath, program: [join(places.programs, "lossy.mjs")], cwd: places.cache, env: (port) => ({ PORT: String(port) }), seat: plainSeat("y", false),
    }),
  };
}

function ours(name: string, echoes: boolean, places: Places, newHouse: () => Promise<House>): Contender {
  return {
    name,
    async start(options = {}) {
      const house = options.house ?? (await newHouse());
      return begin(name, places, options, {
        node: process.execPath, program: [places.main], cwd: places.cache,
        env(port, folder) {
          const file = join(folder, "samtun.sqlite");
          if (house.kind === "sqlite" && !existsSync(file)) copyFileSync(house.url, file);
          return {
            PORT: String(port), HOST: "127.0.0.1", SAMTUN_MODE: "production", SAMTUN_BASE_URL: baseUrl, SAMTUN_SECRET: house.secret,
            SAMTUN_MAIL_FROM: "bench@localhost", SMTP_URL: "smtp://127.0.0.1:9", SAMTUN_LOG_LEVEL: "warn",
            DATABASE_URL: house.kind === "sqlite" ? file : house.url, ...(options.redis ? { REDIS_URL: options.redis } : {}), ...(options.metricsToken ? { SAMTUN_METRICS_TOKEN: options.metricsToken } : {}),
          };
        },
        seat: (port, document, person) => house.seat(port, document, person, echoes),
        // a house that was lent is not torn down by who borrowed it
        remove: () => (options.house ? Promise.resolve() : house.remove()),
      });
    },
  };
}

function peerNamed(name: string, folder: string, places: Places): Contender {
  const file = (data: string) => join(data, "peer.sqlite");
  const plans: Readonly<Record<string, Omit<Plan, "cwd">>> = {
    "y-websocket-server": {
      node: process.execPath, program: [join(folder, "node_modules/@y/websocket-server/src/server.js")],
      env: (port, data) => ({ PORT: String(port), HOST: "127.0.0.1", YPERSISTENCE: join(data, "level") }), seat: plainSeat("y", true),
    },
    "hocuspocus-3": {
      node: process.execPath, program: [join(folder, "hocuspocus-3.mjs")], env: (port, data) => ({ PORT: String(port), PEER_FILE: file(data) }), seat: plainSeat("hocuspocus", true),
    },
    "hocuspocus-4": {
      node: join(folder, "node_modules/.bin/node"), program: [join(folder, "hocuspocus-4.mjs")], env: (port, data) => ({ PORT: String(port), PEER_FILE: file(data) }),
      // its provider has stopped sending back what it hears
      seat: plainSeat("hocuspocus", false),
    },
  };
  const plan = plans[name];
  if (!plan) throw new Error(`no plan for ${name}`);
  return { name, start: (options = {}) => begin(name, places, options, { ...plan, cwd: folder }) };
}

function begin(name: string, places: Places, options: StartOptions, plan: Plan): Promise<Server> {
  const program = options.collects ? ["--import", join(places.programs, "gc-on-signal.mjs"), ...plan.program] : plan.program;
  return new Server(options.name ?? name, places.data, { ...plan, program }).start();
}

function plainSeat(dialect: Seat["dialect"], echoes: boolean): Plan["seat"] {
  return (port, document) => {
    const documentName = `document-${document}`;
    return { url: `ws://127.0.0.1:${port}/${dialect === "hocuspocus" ? "" : documentName}`, headers: {}, dialect, documentName, echoes };
  };
}
