// Queries asked at every door: their text is made once for each database, and only what is asked for changes.
import type { Compilable } from "kysely";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

type Text<Row> = { readonly compiled: ReturnType<Compilable<Row>["compile"]>; /** For each parameter the value it stands for, or null: it is the same always. */ readonly places: readonly (number | null)[] };

/**
 * `build` gets stand-ins for the values and may use each as often as it likes, but not look at them: what it makes of them is kept. Throws at the first
 * use when it leaves one out.
 */
export function asked<Values extends readonly string[], Row>(build: (db: Db | Tx, ...values: Values) => Compilable<Row>): (db: Db | Tx, ...values: Values) => Promise<Row[]> {
  const texts = new WeakMap<Db | Tx, Text<Row>>();
  return async (db, ...values) => {
    let text = texts.get(db);
    if (!text) texts.set(db, (text = textOf(build, db, values.length)));
    const { compiled, places } = text;
    const parameters = compiled.parameters.map((same, index) => {
      const place = places[index] ?? null;
      return place === null ? same : values[place];
    });
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

function textOf<Values extends readonly string[], Row>(build: (db: Db | Tx, ...values: Values) => Compilable<Row>, db: Db | Tx, count: number): Text<Row> {
  const standIns = Array.from({ length: count }, (_, index) => `\u0000value ${index}`);
  const compiled = build(db, ...(standIns as readonly string[] as Values)).compile();
  const places = compiled.parameters.map((each) => {
    const place = typeof each === "string" ? standIns.indexOf(each) : -1;
    return place === -1 ? null : place;
  });
  const left = standIns.findIndex((_, index) => !places.includes(index));
  if (left !== -1) throw new Error(`a query leaves out value ${left} of what it is asked for: ${compiled.sql}`);
  return { compiled, places };
}
