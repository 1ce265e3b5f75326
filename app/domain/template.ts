// The milestone template (milepælsmalen): what each milestone is, who prepares it and who decides it, in each of the two models.
import type { Role } from "./membership";
import type { DecideOrder, MilestoneKind } from "./milestone";
import type { Language } from "./preference";
import { otherModel, type Phase, type ProjectModel } from "./project";

/** The same sentence in each language. */
export type InLanguages = Readonly<Record<Language, string>>;

/** What a milestone usually rests on (dokumentasjon, domain.md 2.6). Never personal papers: of those only a count or a reference. */
export const evidenceKinds = [
  "invitation", // invitasjon
  "minutes", // protokoll, referat
  "contactList", // kontaktliste
  "registration", // registrering (organisasjonsnummer, grunnbok)
  "privacyAssessment", // personvernvurdering og databehandleravtale
  "letterOfIntent", // intensjonsavtale
  "politicalCase", // saksframlegg og politisk vedtak
  "counter", // antall, uten navn
  "conceptNote", // konseptnotat og romprogram
  "feasibilityStudy", // mulighetsstudie
  "drawing", // tegning, kart
  "costEstimate", // kostnadsoverslag, anbud
  "financingPlan", // finansieringsplan
  "commitmentLetter", // tilsagnsbrev
  "householdClarification", // husholdningsavklaring (bare ja eller nei)
  "guardianConsentReference", // referanse til samtykke fra Statsforvalteren
  "bylaws", // vedtekter, stiftelsesdokument
  "contract", // kontrakt, opsjon
  "buildingPermit", // tillatelse i byggesak
  "staffingPlan", // bemanningsplan
  "cooperationAgreement", // samarbeidsavtale
  "movePlan", // innflyttingsplan
  "claim", // krav om utbetaling
  "evaluation", // evaluering
  "easyReadVersion", // lettlest versjon
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What comes by the calendar and not as soon as it can: the council decides once a year, in December; the rest is outside the path to moving in. */
export const rhythms = ["councilInDecember", "yearly", "whenNeeded"] as const;
export type Rhythm = (typeof rhythms)[number];

/** How one milestone is reached in one model. */
export type Way = {
  readonly kind: MilestoneKind;
  readonly preparedBy: readonly Role[];
  /** Whose yes is needed here; empty unless `kind` is "approval". */
  readonly decidedBy: readonly Role[];
  /** Where several decide; "together" when nothing is said. */
  readonly decideOrder?: DecideOrder;
  /** Who decides or confirms, in words: often somebody outside this workspace. */
  readonly decider: InLanguages;
};

export type TemplateMilestone = {
  /** "M01" … "M40" */
  readonly code: string;
  readonly phase: Phase;
  readonly title: InLanguages;
  /** One line in easy language (lettlest). */
  readonly easyRead: InLanguages;
  readonly evidenceKinds: readonly EvidenceKind[];
  /** [M59] What is decided affects a home: those who shall live there are asked first. */
  readonly affectsHome?: true;
  /** Elapsed calendar days it usually takes; null where nothing useful is known or it comes once a year. */
  readonly usualDays: { readonly min: number; readonly max: number } | null;
  /** [T1] Codes of what must be reached first. Where the model leaves one out, what that one rests on counts. */
  readonly after: readonly string[];
  readonly rhythm: Rhythm | null;
  /** What it holds up when it comes late, in plain words; null where it holds up nothing. */
  readonly ifLate: InLanguages | null;
  /** What is got here can run out (an option, a commitment): it must last until this milestone is reached. */
  readonly holdsUntil: string | null;
  /** null: not relevant in that model. */
  readonly byModel: Readonly<Record<ProjectModel, Way | null>>;
};

export type MilestoneTemplate = {
  readonly version: string;
  readonly source: string;
  readonly milestones: readonly TemplateMilestone[];
};

/** How a milestone is reached in that model; where the model does not have it, as the other one does. */
export function wayIn(byModel: TemplateMilestone["byModel"], model: ProjectModel): Way {
  const way = byModel[model] ?? byModel[otherModel(model)];
  if (!way) throw new Error("the template holds a milestone that no model has");
  return way;
}
