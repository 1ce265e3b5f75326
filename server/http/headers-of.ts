// The headers of a Node request as the web's own Headers, which sign-in reads for pages and sockets alike.
import type { IncomingHttpHeaders } from "node:http";

export function headersOf(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  return headers;
}
