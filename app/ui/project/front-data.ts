// What the front page is given; the view makes it, and the two sides agree by shape.
import type { Entry } from "../../domain/journal";
import type { Role } from "../../domain/membership";
import type { Coming, Expiring, Late, PhaseStanding, Waited } from "../../domain/outlook";
import type { ProjectModel } from "../../domain/project";
import type { Day, Instant } from "../../domain/time";

type Titled = { readonly title: string };

export type SharedFront = {
  readonly today: Day;
  readonly model: ProjectModel;
  readonly moveIn: { readonly day: Day; readonly months: number; readonly isPast: boolean } | null;
  readonly phases: readonly PhaseStanding[];
  readonly reached: number;
  readonly total: number;
  readonly waitingFor: readonly Role[];
  readonly plan: {
    readonly documentId: string;
    readonly access: "frozen" | "read" | "write";
    readonly changedAt: Instant | null;
    readonly changedBy: string | null;
  } | null;
};

export type WaitedRow = Waited & Titled;

export type FullFrontData = SharedFront & {
  readonly takesPart: boolean;
  readonly waited: readonly WaitedRow[];
  readonly coming: readonly (Coming & Titled)[];
  readonly late: readonly (Late & Titled & { readonly why: string | null })[];
  readonly expiring: readonly (Omit<Expiring, "tooEarlyFor"> & Titled & { readonly tooEarlyFor: string | null })[];
  readonly latest: {
    readonly rows: readonly { readonly seq: number; readonly at: Instant; readonly name: string | null; readonly entry: Entry }[];
    readonly milestoneTitles: Readonly<Record<string, string>>;
    readonly documentTitles: Readonly<Record<string, string>>;
  } | null;
};

export type EasyState = "done" | "waits" | "underWay" | "later";
export type EasyFrontData = SharedFront & { readonly lines: readonly { readonly code: string; readonly text: string; readonly state: EasyState }[] };
