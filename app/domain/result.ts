// What can be expected to go wrong is a value: either the thing asked for, or the refusal that says why not.
import type { Refusal } from "./refusal";

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}
