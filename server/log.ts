// The log: JSON lines on stdout about what the server does, never about what people write.
import { pino } from "pino";

export type Log = {
  info(facts: Record<string, unknown>, words: string): void;
  warn(facts: Record<string, unknown>, words: string): void;
  error(facts: Record<string, unknown>, words: string): void;
};

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export function makeLog(level: LogLevel): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } });
}
