// What the log says of a fault, and what it keeps to itself.
import { expect, test } from "vitest";
import { makeLog } from "./log";

function written(fault: unknown): Record<string, unknown> {
  let line = "";
  makeLog("info", { write: (text) => void (line += text) }).error({ err: fault }, "it broke");
  return JSON.parse(line) as Record<string, unknown>;
}

test("[P5] a fault is logged with where it broke, and without the row the database was busy with", () => {
  const fault = Object.assign(new Error("duplicate key", { cause: Object.assign(new Error("inner"), { query: "insert secret" }) }), { code: "23505", detail: "Key (email)=(secret) exists", parameters: ["secret"] });
  const { time, level, err, msg } = written(fault) as { time: string; level: string; err: Record<string, unknown>; msg: string };
  expect([level, msg]).toEqual(["error", "it broke"]);
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(err).toMatchObject({ name: "Error", message: "duplicate key", code: "23505", cause: { message: "inner" } });
  expect(err.stack).toContain("log.test.ts");
  expect(JSON.stringify(err)).not.toContain("secret");
});

test("[P5] what could not be parsed is not quoted", () => {
  let fault: unknown;
  try {
    JSON.parse('"h"a":"hemmelig"');
  } catch (caught) {
    fault = new Error("an edit could not be read", { cause: caught });
  }
  const { err } = written(fault) as { err: Record<string, unknown> };
  expect(err).toMatchObject({ cause: { name: "SyntaxError", message: "something could not be parsed" } });
  expect(JSON.stringify(err)).not.toContain("hemmelig");
  expect(JSON.stringify(err.cause)).toContain("log.test.ts");
});

test("[P5] what is no error is logged all the same", () => {
  expect(written("plain text").err).toEqual({ message: "plain text" });
  expect(written({ body: "secret" }).err).toEqual({ message: "something that is no error was thrown" });
});
