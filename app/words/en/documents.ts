// English: documents.
import type { DocumentsWords } from "../nb/documents";

export const documents: DocumentsWords = {};
