// The floor: what a bare `ws` server costs. As a relay every message goes to all others of the same name; with FLOOR_FILE it answers sync step 1
// from that file, already compacted, and does nothing else. No login, no rights, no memory, no disk.
import { readFile } from "node:fs/promises";
import { WebSocket, WebSocketServer } from "ws";

const server = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", perMessageDeflate: false });
const file = process.env.FLOOR_FILE;
const rooms = new Map<string, Set<WebSocket>>();
let answer: Promise<Buffer> | null = null;

server.on("connection", (ws, request) => {
  ws.on("error", () => undefined);
  if (file) {
    // 0 0: sync step 1. The file is a whole sync step 2 message.
    ws.on("message", (data: Buffer) => {
      if (data[0] === 0 && data[1] === 0) void (answer ??= readFile(file)).then((bytes) => ws.send(bytes));
    });
    return;
  }
  const name = request.url ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(ws));
  ws.on("message", (data: Buffer) => {
    for (const other of room) if (other !== ws && other.readyState === WebSocket.OPEN) other.send(data);
  });
  ws.on("close", () => {
    room.delete(ws);
    if (room.size === 0) rooms.delete(name);
  });
});
