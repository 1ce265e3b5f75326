// Appending on PostgreSQL: one statement for the whole batch, which is its own transaction and one round trip.
import type pg from "pg";
import type { DocumentId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Appended, Appending, Ledger } from "./ledger";

/**
 * The row of a document is held until the commit, which puts writers in line: whoever reads seq n can read all before it. All edits
 * come as one piece of bytes and are cut here, since an array of bytes would travel as hexadecimal text.
 */
const appendSql = (ifHeld: "skip locked" | "") => `
with asked as (
  select * from unnest($1::text[], $2::int[]) with ordinality as asked (id, edits, place)
), held as materialized (
  select id from document where id = any ($1::text[]) for no key update ${ifHeld}
), moved as (
  update document set head = document.head + asked.edits from held join asked using (id) where document.id = held.id
  returning document.id, asked.place, document.head - asked.edits as before
), added as (
  insert into document_update (document_id, seq, bytes, author_id, written_at)
  select moved.id, moved.before + edit.number, substring($3::bytea from edit.start for edit.length), edit.author_id, $8
  from unnest($4::int[], $5::int[], $6::int[], $7::int[], $9::text[]) as edit (place, number, start, length, author_id)
  join moved on moved.place = edit.place
)
select id, before + 1 as first from moved`;

const appendBatch = { name: "append-batch", text: appendSql("skip locked") };
const appendOne = { name: "append-one", text: appendSql("") };

export function postgresLedger(pool: pg.Pool): Ledger {
  return {
    async append(batch, at) {
      const { rows } = await pool.query<{ id: DocumentId; first: number }>({ ...appendBatch, values: valuesOf(batch, at) });
      const appended = new Map<DocumentId, Appended>(rows.map((row) => [row.id, row.first]));
      const left = batch.map((each) => each.documentId).filter((id) => !appended.has(id));
      if (left.length === 0) return appended;
      const there = await pool.query<{ id: DocumentId }>("select id from document where id = any ($1::text[])", [left]);
      for (const id of left) appended.set(id, there.rows.some((row) => row.id === id) ? "busy" : "missing");
      return appended;
    },
    async appendAlone(appending, at) {
      const { rows } = await pool.query<{ first: number }>({ ...appendOne, values: valuesOf([appending], at) });
      if (!rows[0]) throw new Error(`document ${appending.documentId} is not there`);
      return rows[0].first;
    },
  };
}

function valuesOf(batch: readonly Appending[], at: Instant): unknown[] {
  const places: number[] = [], numbers: number[] = [], starts: number[] = [], lengths: number[] = [];
  let start = 1;
  batch.forEach(({ edits }, index) => {
    edits.forEach(({ bytes }, place) => {
      places.push(index + 1);
      numbers.push(place + 1);
      starts.push(start);
      lengths.push(bytes.length);
      start += bytes.length;
    });
  });
  const edits = batch.flatMap((each) => each.edits);
  return [
    batch.map((each) => each.documentId), list(batch.map((each) => each.edits.length)), Buffer.concat(edits.map((edit) => edit.bytes)),
    list(places), list(numbers), list(starts), list(lengths), at, edits.map((edit) => edit.authorId),
  ];
}

/** As PostgreSQL writes an array of numbers; the driver would put each in quotes. */
function list(numbers: readonly number[]): string {
  return `{${numbers.join(",")}}`;
}
