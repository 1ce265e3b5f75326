// Where the rich text stands inside a living document; the editor and the server must agree on it.

/** The name of the root XML fragment: what the editor's collaboration extension uses when nothing else is said. */
export const contentField = "default";
