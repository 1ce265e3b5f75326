// How much one person, one socket and one document may ask of the server (rule D17). Far above what writing needs.

const kilo = 1024;
const mega = 1024 * kilo;

export const limits = {
  /** The largest edit taken (a large paste with room to spare); beyond twice this the socket is cut without reading on. */
  frameBytes: 8 * mega,
  /** A document's state and the edits since: what it costs everybody who opens it. */
  documentBytes: 32 * mega,
  /** Many documents in many tabs on several machines. */
  socketsPerPerson: 100,
  documentsPerPerson: 50,
  socketsPerDocument: 1_000,
  /** What one person may send in a second over all their sockets, and at once. Above it they are read more slowly. */
  perSecond: { frames: 10_000, bytes: 16 * mega },
  atOnce: { frames: 20_000, bytes: 64 * mega },
  /** Whoever has sent too fast for this long is sent away for a moment. */
  patienceMs: 30_000,
  /** Above this much unread a socket gets no more edits: it is brought up to date when it has read. */
  unreadBytes: mega,
} as const;
