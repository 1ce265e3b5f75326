// All suites, in the order of the table.
import type { Suite } from "../stage";
import { blink } from "./blink";
import { cursors } from "./cursors";
import { firstSync } from "./first-sync";
import { flat } from "./flat";
import { fsync } from "./fsync";
import { herd } from "./herd";
import { hostile } from "./hostile";
import { kill } from "./kill";
import { memory } from "./memory";
import { selfCheck } from "./self-check";
import { soak } from "./soak";
import { stalled } from "./stalled";
import { twoServers } from "./two-servers";
import { typing } from "./typing";

export const suites: readonly Suite[] = [typing, flat, cursors, memory, firstSync, herd, kill, fsync, blink, stalled, hostile, twoServers, selfCheck, soak];
