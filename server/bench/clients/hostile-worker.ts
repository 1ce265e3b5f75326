// The hostile connection, in a thread of its own: what it costs to make 120 MB must not delay the clocks of those who are watched.
import { parentPort } from "node:worker_threads";
import type { Seat } from "../contenders";
import { Client } from "./client";
import { hostileKinds } from "./hostile-kinds";

export type Order = { readonly kind: number; readonly seat: Seat; readonly otherId: number };

let left: () => void = () => undefined;

parentPort?.on("message", (order: Order | "leave") => {
  if (order === "leave") return left();
  void act(order).finally(() => parentPort?.postMessage("done"));
});

async function act({ kind, seat, otherId }: Order): Promise<void> {
  const client = new Client(seat);
  left = () => client.drop();
  await client.opened;
  const socket = (client.ws as unknown as { readonly _socket: { write(bytes: Uint8Array): void } })._socket;
  await hostileKinds[kind]?.act({ client, say: (frame) => client.say(frame), write: (bytes) => void socket.write(bytes), otherId, another: () => new Client(seat) });
}
