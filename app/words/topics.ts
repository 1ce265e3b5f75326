// Which words a page is made of, told by its address: so they are asked for together with the page's code, not after it.
import type { Words } from "./nb";

export type Topic = keyof Words;

/** On every page, and so in the browser from the first moment. */
export const everyPage = ["shell", "refusals", "roles"] as const satisfies readonly Topic[];

export type LaterTopic = Exclude<Topic, (typeof everyPage)[number]>;

/** Every line that fits counts. Words missing here still come, but late; topics.test.ts reads the pages and holds this against them. */
const needs: readonly (readonly [address: RegExp, topics: readonly LaterTopic[]])[] = [
  [/^\/$/, ["landing"]],
  [/^\/(account|sign-in|forgotten-password|new-password|verify-email|welcome|invitations)(\/|$)|^\/dev\/mail$/, ["account"]],
  [/^\/(account|notices)$|^\/unsubscribe\//, ["notices"]],
  [/^\/notices$/, ["clocks"]],
  [/^\/administration(\/|$)/, ["administration"]],
  [/^\/projects$/, ["front"]],
  [/^\/projects\/[^/]+(\/|$)/, ["project"]],
  [/^\/projects\/[^/]+$/, ["front", "clocks", "journal", "milestones"]],
  [/^\/projects\/[^/]+\/policy$/, ["policy"]],
  [/^\/projects\/[^/]+\/people(\/|$)/, ["people"]],
  [/^\/projects\/[^/]+\/journal$/, ["journal", "milestones"]],
  [/^\/projects\/[^/]+\/economy$/, ["economy", "financing"]],
  [/^\/projects\/[^/]+\/timeline$/, ["timeline", "milestones"]],
  [/^\/projects\/[^/]+\/handovers(\/[^/]+)?$/, ["handover"]],
  [/^\/verify$/, ["proof"]],
  [/^\/projects\/[^/]+\/milestones(?!\/model$)(\/|$)/, ["milestones"]],
  [/^\/projects\/[^/]+\/milestones\/(?!(edit|model|new)$)[^/]+(\/(decide|paper))?$/, ["documents"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/(submit|decide|record)$/, ["deciding"]],
  [/^\/projects\/[^/]+\/milestones\/(?!(edit|model|new)$)[^/]+(\/decide)?$/, ["approvals", "presence"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/(submit|record)$/, ["approvals", "voice"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/turn\/[^/]+$/, ["approvals", "presence", "deciding"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/disqualification$/, ["approvals", "deciding"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/grounds$/, ["approvals", "grounds"]],
  [/^\/projects\/[^/]+\/milestones\/(edit|new|[^/]+\/edit)$/, ["template"]],
  [/^\/projects\/[^/]+\/milestones\/model$/, ["switching", "presence"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/anchoring$/, ["anchoring"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/files$/, ["files"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/days$/, ["days"]],
  [/^\/projects\/[^/]+\/milestones\/[^/]+\/bylaws$/, ["bylaws"]],
  [/^\/projects\/[^/]+\/people$|\/people\/deputies$/, ["deputies"]],
  [/^\/projects\/[^/]+\/documents\//, ["documents"]],
  [/^\/projects\/[^/]+\/documents\/[^/]+\/write$/, ["writing", "financing"]],
];

/** Beyond those of every page. */
export function topicsAt(pathname: string): readonly LaterTopic[] {
  // the router takes both for the same address
  const address = pathname.toLowerCase().replace(/(?<=.)\/+$/, "");
  return [...new Set(needs.flatMap(([pattern, topics]) => (pattern.test(address) ? topics : [])))];
}
