// What the browser and the server agree on over the socket of a living document, beyond the y-websocket protocol itself.

/** Our one message: how many of this connection's edits (update and sync step 2 messages, in order) are on disk. Only to who asked. */
export const storedMessage = 100;

/** 4400-4499: do not come back as you are. 4500-4599: come back soon. The stock y-websocket client keeps to the same ranges. */
export const closeCodes = {
  malformed: 4400,
  signedOut: 4401,
  accessEnded: 4403,
  notFound: 4404,
  /** The page is older than the server: load it again. */
  reload: 4409,
  tooLarge: 4413,
  restarting: 4500,
  tryLater: 4503,
  /** This person has too much open, or the document has too many people in it. */
  tooManyOpen: 4529,
  /** Sends faster than the server takes. */
  tooFast: 4530,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Who somebody is to the others in a document, written by the server. `color` is what the editor's caret reads. */
export type PresentPerson = { readonly id: string; readonly name: string; readonly colour: string; readonly color: string };
