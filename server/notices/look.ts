// Looks at every project whose journal has grown, and at all of them when a new day has come, and writes down who is needed where.
import { noticeOf, tasksOf } from "../../app/domain/task";
import { dayInOslo } from "../../app/domain/time";
import type { NoticeId } from "../../app/domain/ids";
import { listActors } from "../../db/membership-lists";
import { addNotices, keepLook, listToLookAt, type Look, type Notice } from "../../db/notice";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import { projectNow } from "../tasks-now";

/**
 * [N10] The journal is the outbox of notices: a deed and its entry are one transaction, so whatever happened is found here afterwards,
 * also by a server that started later. Looking twice writes nothing twice. `goesOn`: asked between projects.
 */
export async function lookForTasks(office: Office, goesOn: () => boolean = () => true): Promise<void> {
  for (const look of await listToLookAt(office.db, dayInOslo(office.now()))) {
    if (!goesOn()) return;
    await lookAt(office, look);
  }
}

async function lookAt(office: Office, look: Look): Promise<void> {
  const { db } = office;
  const now = office.now();
  // the head was read before this: what comes meanwhile makes the next look
  const { today, facts, personOf } = await projectNow(db, look.projectId, now);
  const notices = (await listActors(db, look.projectId)).flatMap((actor) =>
    tasksOf(facts, personOf(actor), today).flatMap(({ move, subject, code, step }): Notice[] =>
      step ? [{ id: office.newId<NoticeId>(), projectId: look.projectId, userId: actor.userId, kind: noticeOf[move], code, subject, step: step.name, madeAt: now }] : [],
    ),
  );
  await inTransaction(db, async (tx) => {
    await addNotices(tx, notices);
    await keepLook(tx, look, today);
  });
}
