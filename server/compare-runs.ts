// What changed inside one block of text, word by word, with the look of each word.
import { diffArrays } from "diff";
import { canonicalJson } from "../app/domain/documents/canonical";
import type { ComparedRun } from "../app/domain/documents/comparison";
import type { Mark, RichNode } from "../app/domain/documents/rich-text";

type Token = { readonly text: string | null; readonly marks: readonly Mark[] };

/** Beyond this the block counts as rewritten. */
const mostSteps = 3000;
/** An amount or a number with decimals is one word: "12 300", "47,1", "07.30". */
const wordOrGap = /\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,:]\d+)*|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

export function compareRuns(before: readonly RichNode[], after: readonly RichNode[]): ComparedRun[] {
  const old = before.flatMap(tokensOf);
  const now = after.flatMap(tokensOf);
  const changes = diffArrays(old, now, { comparator: (left, right) => left.text === right.text, maxEditLength: mostSteps });
  if (!changes) return [...wholeRuns(before, "removed"), ...wholeRuns(after, "added")];
  const runs: ComparedRun[] = [];
  let oldAt = 0;
  let nowAt = 0;
  for (const { added, removed, value } of changes) {
    for (let step = 0; step < value.length; step += 1) {
      const was = added ? undefined : old[oldAt++];
      const is = removed ? undefined : now[nowAt++];
      if (was && is) runs.push(keptRun(was, is));
      else if (was) runs.push({ change: "removed", ...was });
      else if (is) runs.push({ change: "added", ...is });
    }
  }
  return merged(withoutCrumbs(runs));
}

export function wholeRuns(content: readonly RichNode[], change: "same" | "added" | "removed"): ComparedRun[] {
  return content.map((node) => ({ change, text: node.text ?? null, marks: node.marks ?? [] }));
}

function tokensOf(node: RichNode): Token[] {
  if (node.text === undefined) return [{ text: null, marks: [] }];
  return (node.text.match(wordOrGap) ?? []).map((text) => ({ text, marks: node.marks ?? [] }));
}

function keptRun(was: Token, is: Token): ComparedRun {
  const sameLook = sameMarks(was.marks, is.marks);
  return sameLook ? { change: "same", ...is } : { change: "restyled", ...is, marksBefore: was.marks };
}

/** Most text has no marks at all: then there is nothing to write out and compare. */
function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  if (one === other) return true;
  return one.length === other.length && (one.length === 0 || canonicalJson(one) === canonicalJson(other));
}

/** A lone space kept between two rewritten words is noise to a reader: it goes and comes with them. */
function withoutCrumbs(runs: readonly ComparedRun[]): ComparedRun[] {
  const isChange = (run: ComparedRun | undefined) => run?.change === "added" || run?.change === "removed";
  const spread = runs.flatMap((run, index): ComparedRun[] => {
    const lone = run.change === "same" && run.text !== null && /^\s+$/.test(run.text);
    if (!lone || !isChange(runs[index - 1]) || !isChange(runs[index + 1])) return [run];
    return [{ ...run, change: "removed" }, { ...run, change: "added" }];
  });
  return spread.reduce<{ done: ComparedRun[]; gone: ComparedRun[]; come: ComparedRun[] }[]>(
    (stretches, run) => {
      const last = stretches[stretches.length - 1];
      if (!last) return stretches;
      if (run.change === "removed") last.gone.push(run);
      else if (run.change === "added") last.come.push(run);
      else if (last.gone.length + last.come.length > 0) stretches.push({ done: [run], gone: [], come: [] });
      else last.done.push(run);
      return stretches;
    },
    [{ done: [], gone: [], come: [] }],
  ).flatMap(({ done, gone, come }) => [...done, ...gone, ...come]);
}

function merged(runs: readonly ComparedRun[]): ComparedRun[] {
  const joined: ComparedRun[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    const fits = last && last.text !== null && run.text !== null && last.change === run.change
      && sameMarks(last.marks, run.marks) && (last.marksBefore === undefined) === (run.marksBefore === undefined)
      && sameMarks(last.marksBefore ?? [], run.marksBefore ?? []);
    if (fits) joined[joined.length - 1] = { ...last, text: `${last.text}${run.text}` };
    else joined.push(run);
  }
  return joined;
}
