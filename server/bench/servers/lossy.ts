// A server that does everything wrong on purpose: each suite must be seen to find it out (suite self-check). It loses one message in nineteen, calls
// stored what it only remembers, never writes a disk, shows nobody who came back, lets memory grow, and ends when it cannot read a frame.
import * as decoding from "lib0/decoding";
import { WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { step2Frame, storedFrame } from "../clients/frames";

const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", perMessageDeflate: false });
const rooms = new Map<string, { readonly here: Set<WebSocket>; readonly updates: Uint8Array[]; readonly gone: Set<number> }>();
const leak: Buffer[] = [];
let messages = 0;

server.on("connection", (ws, request) => {
  const name = request.url ?? "";
  const room = rooms.get(name) ?? { here: new Set(), updates: [], gone: new Set() };
  rooms.set(name, room);
  room.here.add(ws);
  let writes = 0;
  let presence = 0;
  ws.on("message", (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind > 3) throw new Error("a frame that cannot be read");
    messages += 1;
    if (kind === 0 && decoding.readVarUint(decoder) === 0) {
      ws.send(step2Frame(room.updates.length > 0 ? Y.mergeUpdates(room.updates) : new Uint8Array([0, 0])));
      return;
    }
    leak.push(Buffer.concat([data, data]));
    if (kind === 0) {
      room.updates.push(decoding.readVarUint8Array(decoder).slice());
      ws.send(storedFrame((writes += 1)));
    } else {
      decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      presence = decoding.readVarUint(decoder);
      if (room.gone.has(presence)) return;
    }
    // an odd number: an edit and a presence come in turn, and it must be edits too
    if (messages % 19 === 0) return;
    for (const other of room.here) if (other !== ws && other.readyState === WebSocket.OPEN) other.send(data);
  });
  ws.on("close", () => {
    room.here.delete(ws);
    room.gone.add(presence);
    const farewell = Buffer.from(awarenessOfNobody(presence));
    for (const other of room.here) other.send(farewell);
  });
});

function awarenessOfNobody(clientId: number): number[] {
  const id: number[] = [];
  let rest = clientId;
  for (; rest > 127; rest = Math.floor(rest / 128)) id.push(128 | (rest & 127));
  id.push(rest);
  const entry = [...id, 127, 4, ...Buffer.from("null")];
  return [1, entry.length + 1, 1, ...entry];
}
