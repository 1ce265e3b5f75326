// A process of its own that makes the archive of hand-over 1 from a database and says its hash: for the test that it is always the same.
import { createHash } from "node:crypto";
import type { ProjectId } from "../../app/domain/ids";
import { connect } from "../../db/connect";
import { findHandover } from "../../db/handover";
import { openFileStore } from "../files/file-store";
import { sealInMemory } from "../proof/seal";
import { buildArchive } from "./build-archive";

const { REBUILD_DATABASE = "", REBUILD_KEY = "", REBUILD_PROJECT = "", REBUILD_FILES = "" } = process.env;
const { db } = connect(REBUILD_DATABASE);
const handover = await findHandover(db, REBUILD_PROJECT as ProjectId, 1);
if (!handover) throw new Error("there is no hand-over 1");
const archive = await buildArchive({ db, baseUrl: "http://localhost:4310", seal: sealInMemory(REBUILD_KEY), files: openFileStore(REBUILD_FILES) }, handover);
const digest = createHash("sha256");
for await (const bytes of archive.stream()) digest.update(bytes);
console.log(`${digest.digest("hex")} ${new Intl.DateTimeFormat().resolvedOptions().timeZone} ${new Intl.NumberFormat().resolvedOptions().locale}`);
await db.destroy();
