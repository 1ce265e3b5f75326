// The board hands something over to the municipality: what goes along is fixed, the journal tells of it and is sealed, all in one transaction.
import { handOver as decideHandOver, type Handover, type HandoverInput, type HandoverPart } from "../../app/domain/handover";
import type { HandoverId, ProjectId, SubmissionId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import type { Language } from "../../app/domain/preference";
import { ok, type Result } from "../../app/domain/result";
import { addHandover, nextHandoverNumber } from "../../db/handover";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { accessGrounds } from "../../db/reference/access-grounds";
import { inTransaction } from "../../db/transaction";
import { reachHandover, type HandoverSource } from "../handover-source";
import type { Office } from "../office";
import { keepCheckpoint, sealJournal } from "../proof/seal-journal";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

export type HandOverInput = HandoverInput & { readonly projectId: ProjectId; readonly source: HandoverSource; readonly language: Language };

/** [H1-H4, P30] Refuses: signInNeeded, notFound, notAllowed, evidenceMissing, invalidInput, shownContentDiffers. */
export async function handOver(office: Office, visitor: Visitor | null, input: HandOverInput): Promise<Result<{ number: number }>> {
  const { projectId } = input;
  const done = await inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    const actor = found.value;
    const reached = await reachHandover(db, actor, input.source, input.language);
    if (!reached.ok) return reached;
    const { parts, submissionId, code } = reached.value;
    const decided = decideHandOver(actor, parts, accessGrounds.map((each) => each.code), input);
    if (!decided.ok) return decided;
    const { title, publicTitle, ground } = decided.value;
    const now = office.now();
    const handover: Handover = {
      id: office.newId<HandoverId>(), projectId, number: await nextHandoverNumber(db, projectId), submissionId, title, publicTitle, ground,
      language: input.language, handedOverBy: actor.membershipId, handedOverAt: now,
    };
    await addHandover(db, handover, parts);
    await appendEntry(db, projectId, now, journalActor(actor), entryOf(handover, code, parts));
    return ok({ number: handover.number, checkpoint: await sealJournal(db, office, projectId) });
  });
  if (!done.ok) return done;
  keepCheckpoint(office, done.value.checkpoint);
  return ok({ number: done.value.number });
}

function entryOf(handover: Handover, code: string | null, parts: readonly HandoverPart[]) {
  const { id: handoverId, number, ground, title, publicTitle } = handover;
  return {
    kind: "handedOver", handoverId, number, code, submissionId: handover.submissionId satisfies SubmissionId | null, ground, textHash: textHash({ title, publicTitle }),
    parts: parts.map((part) => ({
      documentId: part.documentId, versionId: part.versionId, fileHash: part.versionId === null ? part.hash : null, hash: part.hash, textHash: textHash({ title: part.title }),
    })),
  } as const;
}
