// A financing plan as a text: every language, nothing lost, and a text is itself.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyFinancing, tableNames, tables } from "../domain/documents/financing/content";
import { anyContent, changed, fin1, kroner } from "../domain/documents/financing/testing";
import { parseRichText } from "../domain/documents/normalise";
import { emptyPlan } from "../domain/documents/plan/template";
import { plainText, type RichNode } from "../domain/documents/rich-text";
import { languages } from "../domain/preference";
import { sheetOf } from "./document-sheet";
import { formatAmount, formatPercent } from "./format";

const rowsOf = (table: RichNode | undefined) => (table?.content ?? []).map((row) => (row.content ?? []).map(plainText));

test("[D34] a text is itself, in any language", () => {
  for (const language of languages) expect(sheetOf(emptyPlan("nb"), language)).toEqual(emptyPlan("nb"));
});

describe.each(languages)("[D34] in %s", (language) => {
  test("each table with something in it is a heading and a table; amounts have their sum; the sheet is content as any text is", () => {
    const sheet = sheetOf(fin1, language);
    expect(parseRichText(sheet)).toEqual({ ok: true, value: sheet });
    const headings = sheet.content.filter((node) => node.type === "heading").map(plainText);
    expect(headings).toHaveLength(6);
    expect(new Set(headings).size).toBe(6);
    const uses = rowsOf(sheet.content[3]);
    expect(uses).toHaveLength(10);
    expect(uses[1]).toContain(formatAmount(400_000_000n, language));
    expect(uses.at(-1)).toContain(formatAmount(3_894_000_000n, language));
    expect(plainText(sheet.content.at(-1) ?? { type: "paragraph" })).toContain("Vedlikeholdsavsetning");
  });

  test("every column and choice has words of its own", () => {
    for (const table of tableNames) {
      const columns = Object.entries(tables[table]);
      const full = Object.fromEntries(columns.map(([column, kind]) => [column, kind.kind === "choice" ? (kind.among[0] ?? "") : kind.kind === "flag" ? "yes" : kind.kind === "day" ? "2029-06-01" : kind.kind === "month" ? "2029-06" : kind.kind === "text" ? "ord" : "5"]));
      const content = { ...emptyFinancing, [table]: table === "terms" ? full : [{ id: "a", ...full }] };
      const said = JSON.stringify(sheetOf(content, language));
      for (const [column, kind] of columns) {
        expect(said, `${table} ${column}`).not.toContain(`"text":"${column}"`);
        if (kind.kind !== "choice") continue;
        for (const choice of kind.among) {
          const one = JSON.stringify(sheetOf({ ...emptyFinancing, [table]: table === "terms" ? { [column]: choice } : [{ id: "a", [column]: choice }] }, language));
          expect(one, `${table} ${column} ${choice}`).not.toContain(`"text":"${choice}"`);
        }
      }
    }
  });
});

test("[D34, F8] what cannot be read says what was typed; of an empty plan it is said that nothing is written", () => {
  expect(JSON.stringify(sheetOf(changed(fin1, "uses", "land", { amount: "fire millioner" }), "nb"))).toContain("«fire millioner» kan ikke leses");
  expect(sheetOf(emptyFinancing, "nb").content).toEqual([{ type: "paragraph", content: [{ type: "text", text: "Ingenting er skrevet ennå." }] }]);
});

test("[D34] any plan has a sheet in every language, and two plans that differ in a cell have different sheets", () => {
  fc.assert(fc.property(anyContent, fc.constantFrom(...languages), (content, language) => {
    const sheet = sheetOf(content, language);
    expect(parseRichText(sheet).ok).toBe(true);
  }), { numRuns: 150 });
  expect(sheetOf(fin1, "nb")).not.toEqual(sheetOf(changed(fin1, "loans", "joint", { amount: kroner(1) }), "nb"));
});

test("[F6] amounts and rates as they are read in each language", () => {
  expect([formatAmount(123_456_750n, "nb"), formatAmount(-100n, "nn"), formatAmount(123_456_700n, "en"), formatAmount(5n, "en")]).toEqual(["1\u00a0234\u00a0567,50\u00a0kr", "\u22121\u00a0kr", "NOK\u00a01,234,567", "NOK\u00a00.05"]);
  expect([formatPercent(4_500, "nb"), formatPercent(100_000, "nn"), formatPercent(5_125, "en"), formatPercent(50, "nb")]).toEqual(["4,5\u00a0%", "100\u00a0%", "5.125%", "0,05\u00a0%"]);
});
