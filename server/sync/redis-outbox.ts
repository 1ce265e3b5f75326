// What goes out through one connection to Redis: all of a turn in one write, and nothing heaped up when Redis does not keep up.
import type { Redis } from "ioredis";

/** Above this much that Redis has not answered, messages are dropped rather than heaped up here. */
const unansweredLimitBytes = 16 * 1024 * 1024;

export type Outbox = {
  put(channel: string, message: Uint8Array): void;
  /** Without waiting for the end of the turn. */
  empty(): void;
  /** False while what is put in is dropped. */
  isOpen(): boolean;
};

/**
 * Measured against a Redis on the same machine: a pipeline of a hundred costs half of a hundred single ones. ioredis would make pipelines by itself,
 * but a turn later, and one at a time: the next waits for the answers to the one before.
 */
export function openOutbox(connection: Redis): Outbox {
  let letters: { readonly channel: string; readonly message: Buffer }[] = [];
  let unansweredBytes = 0;
  const isOpen = () => connection.status === "ready" && unansweredBytes < unansweredLimitBytes;

  function empty(): void {
    const some = letters;
    letters = [];
    if (some.length === 0 || !isOpen()) return;
    const bytes = some.reduce((sum, { message }) => sum + message.length, 0);
    const answered = () => void (unansweredBytes -= bytes);
    unansweredBytes += bytes;
    const [only] = some;
    if (only && some.length === 1) return void connection.publish(only.channel, only.message).then(answered, answered);
    const pipeline = connection.pipeline();
    for (const { channel, message } of some) pipeline.publish(channel, message);
    pipeline.exec().then(answered, answered);
  }

  return {
    put(channel, message) {
      if (letters.length === 0) queueMicrotask(empty);
      letters.push({ channel, message: Buffer.from(message.buffer, message.byteOffset, message.length) });
    },
    empty,
    isOpen,
  };
}
