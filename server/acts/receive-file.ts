// Takes in the bytes of a file that somebody sends to a milestone: to the disk, measured, and known for what they are. Nobody's yet.
import { randomUUID } from "node:crypto";
import type { FileKind } from "../../app/domain/attachment";
import { ok, refuse, type Result } from "../../app/domain/result";
import { recognise } from "../files/file-kind";
import type { Incoming } from "../files/file-store";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { uploadDoor } from "../views/upload-door";
import type { MilestoneName } from "./hold-milestone";

export type ReceivedFile = { readonly incoming: Incoming; readonly kind: FileKind; readonly hasPlace: boolean };
export type ReceiveInput = MilestoneName & { readonly bytes: AsyncIterable<Uint8Array> };

/**
 * [E1, E2] Asks first whether this person may, and reads nothing when not. Refuses: as uploadDoor, fileRefused. Whoever got it keeps it (add-attachment)
 * or drops it; one who dies in between leaves a file for the sweep.
 */
export async function receiveFile(office: Office, visitor: Visitor | null, { bytes, ...name }: ReceiveInput): Promise<Result<ReceivedFile>> {
  const door = await uploadDoor(office, visitor, name);
  if (!door.ok) return door;
  let incoming: Incoming | null;
  try {
    incoming = await office.files.receive(randomUUID(), bytes, office.fileLimits.file);
  } catch (fault) {
    if ((fault as { code?: unknown }).code === "ENOSPC") return refuse({ code: "fileRefused", why: "diskFull" });
    throw fault;
  }
  if (!incoming) return refuse({ code: "fileRefused", why: "tooLarge" });
  const recognised = await recognise(incoming.path);
  if (recognised.ok) return ok({ incoming, kind: recognised.kind, hasPlace: recognised.hasPlace });
  await office.files.drop(incoming);
  return refuse({ code: "fileRefused", why: recognised.fault });
}

/** When it is not wanted after all: the rest of the form was wrong. */
export async function dropFile(office: Office, _visitor: Visitor | null, received: ReceivedFile): Promise<void> {
  await office.files.drop(received.incoming);
}
