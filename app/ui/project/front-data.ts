// What the front page is given; the view makes it, and the two sides agree by shape.
import type { ClockKind } from "../../domain/clock";
import type { Entry } from "../../domain/journal";
import type { Role } from "../../domain/membership";
import type { Coming, Late, PhaseStanding, Waited } from "../../domain/outlook";
import type { ProjectModel } from "../../domain/project";
import type { TaskMove } from "../../domain/task";
import type { Day, Instant } from "../../domain/time";

type Titled = { readonly title: string };

export type SharedFront = {
  readonly today: Day;
  readonly model: ProjectModel;
  readonly moveIn: { readonly day: Day; readonly months: number; readonly isPast: boolean } | null;
  readonly forecast: { readonly likely: Day; readonly late: Day; readonly drivers: readonly string[] } | null;
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

/** `days`: how long it has waited, or how many are left to its day. */
export type TaskRow = Titled & { readonly code: string; readonly move: TaskMove; readonly day: Day | null; readonly days: number };

export type ClockRow = Titled & {
  readonly kind: ClockKind;
  readonly code: string;
  readonly day: Day;
  readonly days: number;
  readonly roles: readonly Role[];
  readonly isAtRisk: boolean;
  readonly tooEarlyFor: { readonly title: string; readonly day: Day } | null;
  readonly ifLate: string | null;
};

export type FullFrontData = SharedFront & {
  readonly takesPart: boolean;
  readonly waited: readonly WaitedRow[];
  readonly coming: readonly (Coming & Titled)[];
  readonly late: readonly (Late & Titled & { readonly why: string | null })[];
  readonly yours: readonly TaskRow[];
  readonly clocks: readonly ClockRow[];
  readonly latest: {
    readonly rows: readonly { readonly seq: number; readonly at: Instant; readonly name: string | null; readonly entry: Entry }[];
    readonly milestoneTitles: Readonly<Record<string, string>>;
    readonly documentTitles: Readonly<Record<string, string>>;
  } | null;
};

export type EasyState = "done" | "waits" | "underWay" | "later";
export type EasyFrontData = SharedFront & { readonly lines: readonly { readonly code: string; readonly text: string; readonly state: EasyState }[] };
