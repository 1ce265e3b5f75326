// Bokmål: documents.

export const documents = {};

export type DocumentsWords = typeof documents;
