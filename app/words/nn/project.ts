// Nynorsk: project.
import type { ProjectWords } from "../nb/project";

export const project: ProjectWords = {};
