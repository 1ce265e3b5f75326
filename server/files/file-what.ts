// What a file is, in a few words of the reader's language, so that pages need not carry the words for all of them.
import type { Attachment } from "../../app/domain/attachment";
import type { Language } from "../../app/domain/preference";
import { wordsIn } from "../../app/words";
import { formatSize } from "../../app/words/format";
import type { StoredFile } from "../../db/submission";

/** "Tegning, PDF, 1,2 MB" */
export function fileWhat({ type, kind, byteCount }: Pick<Attachment, "type" | "kind" | "byteCount">, language: Language): string {
  const { typeName, kindName } = wordsIn(language).files;
  return `${typeName[type]}, ${kindName[kind]}, ${formatSize(byteCount, language)}`;
}

/** A submitted file as pages show it. */
export function fileShown(file: StoredFile, language: Language) {
  return { number: file.number, name: file.name, what: fileWhat(file, language), hash: file.hash, isGone: file.removed !== null };
}
