// A database of ours with a project in it: members who may write, their sessions, and documents, made by servers/seed.ts.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { run } from "../commands/run.mjs";
import type { Places } from "./contenders";
import type { Seat } from "./servers/running";

/** A person may open a hundred sockets and some thirty documents: the crowd is spread over this many. */
const people = 200;
const documents = 2_500;
/** Servers that stand beside each other have one address between them; whatever port they are reached at here. */
export const baseUrl = "http://localhost:4310";

type Seeded = { readonly documentIds: readonly string[]; readonly cookies: readonly string[] };

export class House {
  readonly kind: "sqlite" | "postgres";
  readonly url: string;
  readonly secret: string;
  readonly #seeded: Seeded;
  readonly #remove: () => Promise<void>;

  private constructor(kind: House["kind"], url: string, secret: string, seeded: Seeded, remove: () => Promise<void>) {
    this.kind = kind;
    this.url = url;
    this.secret = secret;
    this.#seeded = seeded;
    this.#remove = remove;
  }

  /** One file, to be copied for each server: whole when the seeding process has closed it. */
  static async inFile(places: Places): Promise<House> {
    const url = join(mkdtempSync(join(places.data, "template-")), "samtun.sqlite");
    const secret = randomBytes(32).toString("hex");
    return new House("sqlite", url, secret, await seed(places, url, secret), () => Promise.resolve());
  }

  /** A schema of its own, gone with `remove`. */
  static async inSchema(places: Places, base: string): Promise<House> {
    const schema = `bench_${process.pid}_${randomBytes(4).toString("hex")}`;
    await inAdmin(base, `create schema ${schema}`);
    const url = new URL(base);
    url.searchParams.set("options", `-c search_path=${schema}`);
    const secret = randomBytes(32).toString("hex");
    const seeded = await seed(places, url.toString(), secret);
    return new House("postgres", url.toString(), secret, seeded, () => inAdmin(base, `drop schema ${schema} cascade`));
  }

  seat(port: number, document: number, person: number, echoes: boolean): Seat {
    const documentName = this.#seeded.documentIds[document];
    const cookie = this.#seeded.cookies[person % people];
    if (!documentName || !cookie) throw new Error(`the house has no document ${document}`);
    return {
      url: `ws://127.0.0.1:${port}/sync/${documentName}?stored=1&schema=1`, headers: { cookie, origin: baseUrl }, dialect: "y", documentName, echoes,
    };
  }

  remove(): Promise<void> {
    return this.#remove();
  }
}

async function seed(places: Places, url: string, secret: string): Promise<Seeded> {
  const { code, output } = await run(process.execPath, [join(places.programs, "seed.mjs")], {
    env: { DATABASE_URL: url, SAMTUN_SECRET: secret, SAMTUN_BASE_URL: baseUrl, SEED_PEOPLE: String(people), SEED_DOCUMENTS: String(documents) },
    quiet: true,
  });
  if (code !== 0) throw new Error(`the benchmark's project could not be made:\n${output}`);
  return JSON.parse(output.slice(output.lastIndexOf('{"documentIds"'))) as Seeded;
}

async function inAdmin(base: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
