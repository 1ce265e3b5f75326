// The benchmark's own project can be made: it goes through the same acts as people do, and broke unseen when one of them asked for more.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { grownProject } from "./bench/grown-project";

test("[O22] the project the pages are measured with grows by deciding and submitting anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "samtun-grown-"));
  const before = await grownProject(join(folder, "small.sqlite"), { evidence: 0, entries: 0 });
  const after = await grownProject(join(folder, "grown.sqlite"), { evidence: before.counts.evidence + 2, entries: before.counts.entries + 12 });
  expect(after.counts.evidence).toBe(before.counts.evidence + 2);
  expect(after.counts.entries).toBeGreaterThanOrEqual(before.counts.entries + 12);
  await Promise.all([before.office.db.destroy(), after.office.db.destroy()]);
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
