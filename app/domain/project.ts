// A housing cooperative in the making: its model and its phases.
import type { ProjectId } from "./ids";
import type { Day, Instant } from "./time";

/** kommunal regi (the municipality builds and sells) or egen regi (the group builds itself); domain.md 2.1. */
export const projectModels = ["municipalLed", "groupLed"] as const;
export type ProjectModel = (typeof projectModels)[number];

export const otherModel = (model: ProjectModel): ProjectModel => (model === "municipalLed" ? "groupLed" : "municipalLed");

/** Fase F0-F9, domain.md 2.2. */
export const phases = ["F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"] as const;
export type Phase = (typeof phases)[number];

export type Project = {
  readonly id: ProjectId;
  readonly name: string;
  readonly municipality: string;
  readonly model: ProjectModel;
  readonly homeCount: number;
  readonly moveInDay: Day | null;
  readonly createdAt: Instant;
};
