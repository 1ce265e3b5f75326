// A line over a real WebSocket. Frames built once go straight to the socket; everything else about the protocol is left to ws.
import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { Line } from "./line";

/** Somebody who does not answer a goodbye is not waited for. */
const goodbyeMs = 3_000;

export function wsLine(ws: WebSocket, socket: Socket): Line {
  return {
    write(frames) {
      if (ws.readyState === ws.OPEN) socket.write(frames);
    },
    get unread() {
      return socket.writableLength;
    },
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    ping: () => ws.ping(),
    close(code, reason) {
      ws.resume();
      ws.close(code, reason);
      setTimeout(() => ws.terminate(), goodbyeMs).unref();
    },
    terminate: () => ws.terminate(),
  };
}
