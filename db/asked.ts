// Queries asked at every door: their text is made once for each database, and only what is asked for changes.
import type { Compilable } from "kysely";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/**
 * `build` gets the values in the order in which the query uses each of them, once: they are its parameters, all of them. Throws at the first use when
 * that is not so.
 */
export function asked<Values extends readonly string[], Row>(build: (db: Db | Tx, ...values: Values) => Compilable<Row>): (db: Db | Tx, ...values: Values) => Promise<Row[]> {
  const texts = new WeakMap<Db | Tx, ReturnType<Compilable<Row>["compile"]>>();
  return async (db, ...values) => {
    let text = texts.get(db);
    if (!text) {
      text = build(db, ...values).compile();
      if (text.parameters.length !== values.length || text.parameters.some((each, index) => each !== values[index])) {
        throw new Error(`a query does not use what it is asked for in order: ${text.sql}`);
      }
      texts.set(db, text);
    }
    return (await db.executeQuery<Row>({ ...text, parameters: values })).rows;
  };
}
