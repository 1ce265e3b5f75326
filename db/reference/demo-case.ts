// The shape of the demo case: its people, and the steps they took, each on its day and at its time in Oslo.
import type { EvidenceType } from "../../app/domain/attachment";
import type { DisqualificationGround } from "../../app/domain/disqualification";
import type { FactName } from "../../app/domain/grounds/fact";
import type { Role } from "../../app/domain/membership";
import type { PartyKind } from "../../app/domain/party";
import type { ProjectModel } from "../../app/domain/project";
import type { Voice } from "../../app/domain/voice";
import type { Day } from "../../app/domain/time";

export type NoteName = "concept" | "sites";
type DocumentName = "plan" | NoteName;

/** `party`: a kind of party that is there from the start, or the key of one that joins later. */
type DemoPerson = { readonly key: string; readonly name: string; readonly email: string; readonly party: string | null; readonly role: Role | "administrator" };

type Deed =
  | { readonly act: "addParty"; readonly party: string; readonly kind: PartyKind; readonly name: string }
  | { readonly act: "join"; readonly person: string }
  | { readonly act: "startDocument"; readonly document: NoteName; readonly title: string }
  /** The financing plan is begun, and FIN-1 written in it. */
  | { readonly act: "startFinancing" }
  | { readonly act: "write"; readonly document: "plan"; readonly stage: number }
  | { readonly act: "start"; readonly code: string }
  | { readonly act: "schedule"; readonly code: string; readonly planned: Day | null; readonly expected: Day | null }
  | { readonly act: "recordEvent"; readonly code: string; readonly on: Day; readonly note: string }
  | {
      readonly act: "recordDecision"; readonly code: string; readonly on: Day; readonly decider: string; readonly caseNumber: string;
      readonly note: string; readonly appealDay: Day | null; readonly expiresDay: Day | null;
    }
  | { readonly act: "nameDeputy"; readonly holder: string; readonly deputy: string; readonly from: Day; readonly to: Day }
  | { readonly act: "declare"; readonly code: string; readonly ground: DisqualificationGround }
  /** `text` or `base64`: what is in the file. */
  | { readonly act: "attach"; readonly code: string; readonly type: EvidenceType; readonly name: string; readonly replaces?: number; readonly text?: string; readonly base64?: string }
  | { readonly act: "submit"; readonly code: string; readonly documents: readonly DocumentName[]; readonly files?: readonly number[]; readonly preparers?: readonly string[]; readonly voice?: Voice; readonly note: string }
  | { readonly act: "decide"; readonly code: string; readonly authority: string; readonly remark: string }
  | { readonly act: "handOver"; readonly code: string; readonly title: string; readonly ground: string | null }
  | { readonly act: "state"; readonly code: string; readonly fact: FactName; readonly value: string; readonly note: string }
  /** The project to a measure; or, with `code`, one milestone to a measure or a goal. */
  | { readonly act: "anchor"; readonly code?: string; readonly measure?: string; readonly goal?: string; readonly text: string };

/** `by`: the key of the person who did it. `time`: "19:30". */
export type DemoStep = Deed & { readonly day: Day; readonly time: string; readonly by: string };

export type DemoCase = {
  readonly name: string;
  readonly municipality: string;
  readonly model: ProjectModel;
  readonly homeCount: number;
  readonly moveInDay: Day;
  readonly parentGroup: string;
  readonly careProvider: string;
  readonly founded: { readonly day: Day; readonly time: string };
  readonly people: readonly DemoPerson[];
  readonly steps: readonly DemoStep[];
};
