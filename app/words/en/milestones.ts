// English: milestones.
import type { MilestonesWords } from "../nb/milestones";

export const milestones: MilestonesWords = {};
