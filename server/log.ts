// The log: JSON lines on stdout about what the server does, never about what people write.
import { pino, type DestinationStream } from "pino";

export type Log = {
  info(facts: Record<string, unknown>, words: string): void;
  warn(facts: Record<string, unknown>, words: string): void;
  error(facts: Record<string, unknown>, words: string): void;
};

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** A fault goes under `err`. `destination` is standard output but in tests. */
export function makeLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) }, serializers: { err: faultForLog } };
  // at once: the last lines before the process ends are the ones somebody will look for
  return pino(options, destination ?? pino.destination({ sync: true }));
}

/** Only where it broke: databases put the row in question, with what people wrote, into other properties of their errors. */
function faultForLog(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: typeof fault === "string" ? fault : "something that is no error was thrown" };
  const { name } = fault;
  // what could not be parsed is quoted in the message, and the message begins the stack
  const quotes = fault instanceof SyntaxError && fault.message.length > 0;
  const message = quotes ? "something could not be parsed" : fault.message;
  const stack = quotes ? fault.stack?.replace(fault.message, message) : fault.stack;
  return { name, message, stack, ...("code" in fault ? { code: fault.code } : {}), ...(fault.cause === undefined ? {} : { cause: faultForLog(fault.cause) }) };
}
