// Nynorsk: shell.
import type { ShellWords } from "../nb/shell";

export const shell: ShellWords = {};
