// How routes read a form and answer a refusal: one HTTP status for each, and nothing lost of what the person typed.
import { data, redirect, type AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import { fieldFaults, type FieldFault, type Refusal, type RefusalCode } from "./domain/refusal";
import type { Result } from "./domain/result";

/** The status of each refusal; a form that must be corrected is 422, a state that has moved on is 409. */
export const refusalStatus: Readonly<Record<RefusalCode, number>> = {
  notFound: 404, notAllowed: 403, signInNeeded: 401, invalidInput: 422, changedMeanwhile: 409, wrongCredentials: 401,
  emailNotVerified: 403, wrongCode: 401, tooManyAttempts: 429, linkExpired: 410, linkUsed: 410, linkForAnotherAddress: 403,
  alreadyMember: 409, alreadyInvited: 409, lastOfItsKind: 409, wrongState: 409, evidenceMissing: 422, contentIncomplete: 409, financingBroken: 422,
  preparerCannotDecide: 403, shownContentDiffers: 409, remarkMissing: 422, conditionIncomplete: 422, nothingToRestore: 409,
  crossSite: 403, notInThisMode: 404, proofMissing: 422, notYourTurn: 409, alreadyAnswered: 409, disqualified: 403, groundsMissing: 409, groundsChanged: 409,
  submissionOpen: 409, fileRefused: 422, decidersOfOthers: 403, previewChanged: 409, ownProposal: 403,
};

/** What the person typed, by field name; a name that came several times is a list. Never anything secret. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
export type ReadForm<T> = { readonly ok: true; readonly value: T; readonly typed: Typed } | { readonly ok: false; readonly refusal: Refusal; readonly typed: Typed };

/** No keyboard types these; PostgreSQL cannot keep the first of them. */
const unprintable = /(?![\t\n\r])\p{Cc}/gu;
const mostFields = 1_000;
const secret = /password|code|secret|token/i;

/** Reads the posted form with the schema; its messages are FieldFault codes. A body that is no form is refused the same way. */
export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<ReadForm<T>> {
  const form = await request.formData().catch(() => new FormData());
  // gathered in one walk: asking the form for each name in turn takes a minute when somebody sends a hundred thousand
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const clean = value.replace(unprintable, "");
    const earlier = values.get(name);
    if (earlier) earlier.push(clean);
    else values.set(name, [clean]);
    // no form of ours: nor is all of it sent back
    if (values.size > mostFields) return { ok: false, refusal: { code: "invalidInput", fields: {} }, typed: {} };
  }
  const fields = Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] as string) : all]));
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.test(name)));
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data, typed };
  return { ok: false, refusal: { code: "invalidInput", fields: faultsOf(parsed.error) }, typed };
}

/** The answer of an action that was refused: the page shows the refusal and what was typed. */
export function refusalAnswer(refusal: Refusal, typed: Typed = {}) {
  const headers: HeadersInit = refusal.code === "tooManyAttempts" ? { "Retry-After": String(refusal.retryAfterSeconds) } : {};
  return data({ refusal, typed }, { status: refusalStatus[refusal.code], headers });
}

/** In loaders: the value, or the page that says why not. Somebody not signed in is sent to sign in, and then back here. */
export function orThrow<T>(result: Result<T>, request?: Request): T {
  if (result.ok) return result.value;
  if (result.refusal.code === "signInNeeded") throw redirect(signInAddress(request));
  throw refusalPage(result.refusal);
}

/**
 * Thrown to show the error page of a refusal instead of the page asked for. The route must export a component, even one that shows
 * nothing: without it Remix answers bare data.
 */
export function refusalPage(refusal: Refusal): ReturnType<typeof data<Refusal>> {
  return data(refusal, { status: refusalStatus[refusal.code] });
}

/** The path on this site that was asked for, or null when it would lead anywhere else. */
export function localPath(text: unknown): string | null {
  if (typeof text !== "string" || !/^\/(?![/\\])/.test(text) || /[\\\s\p{Cc}]/u.test(text)) return null;
  return text;
}

function signInAddress(request: Request | undefined): string {
  if (!request) return "/sign-in";
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, "");
  return `/sign-in?next=${encodeURIComponent(path + url.search)}`;
}

function faultsOf(error: z.ZodError): Record<string, FieldFault> {
  const found: Record<string, FieldFault> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    found[name] ??= fieldFaults.find((fault) => fault === issue.message) ?? "notAChoice";
  }
  return found;
}

/**
 * [M34] The proof of presence in a form that binds others, handed to the desk. Nothing typed is nothing to prove: the deed itself says when
 * a proof is missing. Answers the refusal, or null when there is none. Reads a copy, so the form can be read again; what was typed there is
 * never sent back.
 */
export async function proveFrom(request: Request, context: Pick<AppLoadContext, "desk">): Promise<Refusal | null> {
  const form = await request.clone().formData().catch(() => new FormData());
  const [typed, here] = [form.get("presencePassword"), form.get("presenceHere")];
  const written = typeof typed === "string" ? typed.slice(0, 200) : "";
  if (written === "" && here !== "yes") return null;
  const { result } = await context.desk.provePresence(request, { typed: written, isHere: here === "yes" });
  return result.ok ? null : result.refusal;
}

/** What stands at the field of the proof after a refusal. */
export function presenceFault(refusal: Refusal | null | undefined): FieldFault | undefined {
  if (refusal?.code === "proofMissing") return "required";
  return refusal?.code === "invalidInput" ? refusal.fields.presencePassword : undefined;
}
