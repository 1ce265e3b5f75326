// Canonical JSON (RFC 8785): equal content has one text, and so one hash, on every replica and every Node version.

/**
 * The one canonical text of a JSON value. Keys are sorted by UTF-16 code units, numbers and strings are written as ECMAScript
 * writes them, absent (`undefined`) members are left out. Throws on what JSON cannot carry: NaN, infinities, functions, lone
 * surrogates, bigint.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("canonical JSON cannot carry NaN or an infinity");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(",")}]`;
  if (typeof value === "object") {
    const record = value as Record<string, unknown>;
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => `${quoted(key)}:${canonicalJson(record[key])}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`canonical JSON cannot carry a ${typeof value}`);
}

function quoted(text: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)) {
    throw new TypeError("canonical JSON cannot carry a lone surrogate");
  }
  return JSON.stringify(text);
}
