// The plan: its template in three languages, and what its summary and check say.
import { expect, test } from "vitest";
import { languages } from "../../preference";
import { planKind } from "./kind";
import { emptyPlan } from "./template";

test.each(languages)("[D1] the template has fourteen chapters in %s and is content as it is read", (language) => {
  const content = emptyPlan(language);
  expect(planKind.summary(content).headings).toHaveLength(14);
  expect(planKind.parse(content)).toEqual({ ok: true, value: content });
});

test("[D6] a chapter without text is pointed at, and is no hindrance", () => {
  const content = {
    type: "doc" as const,
    content: [
      { type: "heading" as const, attrs: { level: 2 }, content: [{ type: "text" as const, text: "Tomt" }] },
      { type: "heading" as const, attrs: { level: 3 }, content: [{ type: "text" as const, text: "Nabomøte" }] },
      { type: "heading" as const, attrs: { level: 2 }, content: [{ type: "text" as const, text: "Risiko" }] },
      { type: "paragraph" as const },
    ],
  };
  expect(planKind.check(content)).toEqual([{ rule: "D6", severity: "warning", at: "Risiko" }]);
  expect(planKind.summary(content)).toEqual({ words: 3, headings: ["Tomt", "Nabomøte", "Risiko"] });
});
