// Forms are read at the edge, refusals get their status, and nobody is led to another site.
import { expect, test } from "vitest";
import { z } from "zod";
import { localPath, orThrow, readForm, refusalAnswer, refusalStatus } from "./answer";
import { ok, refuse } from "./domain/result";
import { wordsIn } from "./words";

const schema = z.object({ email: z.email("notAnEmail"), password: z.string().min(12, "passwordTooShort"), note: z.string().max(3, "tooLong").optional() });

function post(fields: Record<string, string> | string): Request {
  const body = typeof fields === "string" ? fields : new URLSearchParams(fields);
  return new Request("http://samtun.test/form", { method: "POST", body, headers: typeof fields === "string" ? { "Content-Type": "application/json" } : {} });
}

test("[U6] a form that must be corrected keeps what was typed, never a password, and names each field's fault once", async () => {
  const form = await readForm(post({ email: "kari", password: "hemmelig", note: "for lang" }), schema);
  expect(form).toEqual({
    ok: false,
    refusal: { code: "invalidInput", fields: { email: "notAnEmail", password: "passwordTooShort", note: "tooLong" } },
    typed: { email: "kari", note: "for lang" },
  });
});

test("[U6] a form that is right is its parsed value", async () => {
  const form = await readForm(post({ email: "kari@eksempel.no", password: "lang nok til alt" }), schema);
  expect(form).toMatchObject({ ok: true, value: { email: "kari@eksempel.no", password: "lang nok til alt" } });
});

test("[U6] a body that is no form, and fields that are missing, are refused with faults people have words for", async () => {
  for (const request of [post("{}"), post({}), new Request("http://samtun.test/form", { method: "POST" })]) {
    const form = await readForm(request, schema);
    if (form.ok || form.refusal.code !== "invalidInput") throw new Error("read as a form");
    for (const fault of Object.values(form.refusal.fields)) expect(wordsIn("nb").refusals.fault[fault]).toBeTruthy();
  }
});

test("[U6] signs that no keyboard types are left out, line breaks are not", async () => {
  const form = await readForm(post({ email: "kari@eksempel.no", password: "lang nok \u0000til alt", note: "a\nb\u0000\u001b" }), schema);
  expect(form).toMatchObject({ ok: true, value: { password: "lang nok til alt", note: "a\nb" }, typed: { note: "a\nb" } });
});

test("[O5] a form of a hundred thousand fields is refused at once, not after a minute", async () => {
  const began = performance.now();
  const form = await readForm(post(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, "1"]))), schema);
  expect(form).toEqual({ ok: false, refusal: { code: "invalidInput", fields: {} }, typed: {} });
  expect(performance.now() - began).toBeLessThan(3_000);
});

test("[U6] a name that came several times is a list", async () => {
  const form = await readForm(new Request("http://samtun.test/form", { method: "POST", body: new URLSearchParams("to=a&to=b") }), z.object({ to: z.array(z.string()) }));
  expect(form).toMatchObject({ ok: true, value: { to: ["a", "b"] } });
});

test("[U6] every refusal answers with a status between 400 and 429", () => {
  for (const status of Object.values(refusalStatus)) expect(status >= 400 && status <= 429).toBe(true);
  expect(refusalAnswer({ code: "tooManyAttempts", retryAfterSeconds: 30 }).init).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
});

test("[X1] in a loader somebody not signed in is sent to sign in and back, also when a script asked", () => {
  expect(orThrow(ok(1))).toBe(1);
  const request = new Request("http://samtun.test/projects/p1.data?page=2");
  const thrown = caught(() => orThrow(refuse({ code: "signInNeeded" }), request)) as Response;
  expect(thrown.headers.get("location")).toBe("/sign-in?next=%2Fprojects%2Fp1%3Fpage%3D2");
  expect(caught(() => orThrow(refuse({ code: "notFound" })))).toMatchObject({ init: { status: 404 } });
});

test.each([
  ["/projects/p1?a=1#b", "/projects/p1?a=1#b"], ["/", "/"], ["//evil.example", null], ["/\\evil.example", null], ["https://evil.example", null],
  ["javascript:alert(1)", null], ["/a\nb", null], ["/\t/evil.example", null], ["projects", null], ["", null], [undefined, null], [7, null],
])("[U3] %j is a place on this site: %j", (text, path) => {
  expect(localPath(text)).toBe(path);
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}
