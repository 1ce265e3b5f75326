// Everything one connection that may write can do wrong, on purpose or not: each kind once, with a name.
import { randomBytes } from "node:crypto";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { contentField } from "../../../app/domain/documents/field";
import { below, pause, randomFrom } from "../random";
import type { Client } from "./client";
import { step1Frame, step2Frame, updateFrame } from "./frames";
import { awareness, item, message, rawFrame, stretch, string, type, update, updateOf } from "./hostile-bytes";
import { Pen } from "./pen";

export type Hostile = {
  /** A frame of the protocol, in the server's dialect. */
  say(frame: Uint8Array): void;
  /** Bytes past the WebSocket library. */
  write(bytes: Uint8Array): void;
  readonly client: Client;
  /** The presence of somebody else in the document. */
  readonly otherId: number;
  /** More sockets of the same person. */
  another(): Client;
};

export type Kind = { readonly name: string; act(hostile: Hostile): void | Promise<void> };

const id = 666_000_001;
const words = { root: "words" } as const;
const content = { root: contentField } as const;
const times = (count: number, act: (index: number) => void) => { for (let index = 0; index < count; index += 1) act(index); };
const said = (name: string, ...frames: readonly (() => Uint8Array)[]): Kind => ({ name, act: ({ say }) => { for (const frame of frames) say(frame()); } });
const wrote = (name: string, bytes: () => Uint8Array): Kind => ({ name, act: ({ write }) => write(bytes()) });
const nothing = new Uint8Array(0);

const webSocket: readonly Kind[] = [
  wrote("reserved bits", () => rawFrame(0xf2, Buffer.from("x"))),
  wrote("unknown opcode", () => rawFrame(0x83, Buffer.from("x"))),
  wrote("unmasked frame", () => rawFrame(0x82, Buffer.from("x"), { isMasked: false })),
  wrote("ping of 126 bytes", () => rawFrame(0x89, Buffer.alloc(126))),
  wrote("ping in fragments", () => rawFrame(0x09, Buffer.from("x"))),
  wrote("close with 1006", () => rawFrame(0x88, Buffer.from([1006 >> 8, 1006 & 255]))),
  wrote("close with one byte", () => rawFrame(0x88, Buffer.from([3]))),
  wrote("a frame of 2^53 bytes announced", () => rawFrame(0x82, nothing, { claims: 2 ** 53 })),
  wrote("a frame of 200 MB announced", () => rawFrame(0x82, Buffer.alloc(1000), { claims: 2e8 })),
  wrote("continuation of nothing", () => rawFrame(0x80, Buffer.from("x"))),
  wrote("200 000 fragments without an end", () => Buffer.concat([rawFrame(0x02, Buffer.from("x")), ...Array<Buffer>(200_000).fill(rawFrame(0x00, Buffer.from("x")))])),
  wrote("text frame", () => rawFrame(0x81, Buffer.from("hello"))),
  wrote("text that is no UTF-8", () => rawFrame(0x81, Buffer.from([0xff, 0xfe, 0xc0]))),
  wrote("empty frame", () => rawFrame(0x82)),
  wrote("20 000 pings", () => Buffer.concat(Array<Buffer>(20_000).fill(rawFrame(0x89, Buffer.from("x"))))),
  { name: "half a frame, then gone", act: ({ write, client }) => { write(rawFrame(0x82, Buffer.alloc(10), { claims: 1000 })); setTimeout(() => client.drop(), 50); } },
  wrote("random bytes", () => randomBytes(100_000)),
];

const protocol: readonly Kind[] = [
  said("unknown message", () => message([77, 1, 2, 3])),
  said("a number without an end", () => new Uint8Array(200).fill(255)),
  said("message of kind 2^52", () => message([2 ** 52])),
  said("unknown sync message", () => message([0, 9, 0])),
  said("length beyond the frame", () => message([0, 2, 1_000_000], Buffer.from("x"))),
  said("update of no bytes", () => message([0, 2, 0])),
  said("bytes left over", () => Buffer.concat([updateFrame(new Pen().next()), Buffer.alloc(100, 7)])),
  said("half an update", () => updateFrame(new Pen().begin("something long enough to cut").subarray(0, 30))),
  { name: "1000 updates of random bytes", act: ({ say }) => times(1000, () => say(updateFrame(randomBytes(60)))) },
  { name: "500 updates with one bit turned", act: ({ say }) => { const random = randomFrom(9); times(500, () => { const bytes = new Pen().begin("turned").slice(); const at = below(random, bytes.length); bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8)); say(updateFrame(bytes)); }); } },
  said("permission denied, said by the client", () => message([2, 0, 3], Buffer.from("no!"))),
  { name: "5000 questions who is here", act: ({ say }) => times(5000, () => say(new Uint8Array([3]))) },
  said("state vector of random bytes", () => step1Frame(randomBytes(50))),
  said("state vector of 2^30 entries announced", () => step1Frame(message([2 ** 30]))),
  said("state vector of 100 000 entries", () => step1Frame(message([100_000, ...Array.from({ length: 200_000 }, (_, index) => index + 1)]))),
  { name: "500 times the state of 1 MB, unread", act: async ({ say, client }) => { say(updateFrame(new Pen().begin("m".repeat(1_000_000)))); await pause(300); client.ws.pause(); times(500, () => say(step1Frame(new Uint8Array([0])))); } },
  said("step 2 of 20 MB", () => step2Frame(new Pen().begin("m".repeat(2e7)))),
  said("an edit of 20 MB", () => updateFrame(new Pen().begin("m".repeat(2e7)))),
  said("a frame of 120 MB", () => updateFrame(Buffer.alloc(1.2e8))),
  { name: "10 000 letters at once", act: ({ say }) => { const pen = new Pen(); times(10_000, () => say(updateFrame(pen.next()))); } },
];

const updates: readonly Kind[] = [
  { name: "2000 edits whose origin is in the future", act: ({ say }) => times(2000, (index) => say(updateOf([{ client: id, clock: 10 + index * 2, structs: [string({ origin: [id, 9 + index * 2] }, "x")] }]))) },
  { name: "2000 edits by writers nobody knows, on one who never comes", act: ({ say }) => times(2000, (index) => say(updateOf([{ client: id + index, clock: 0, structs: [string({ origin: [77, 1000 + index] }, "x")] }]))) },
  { name: "2000 gaps backwards", act: ({ say }) => times(2000, (index) => say(updateOf([{ client: id, clock: 8000 - index * 3, structs: [string(words, "x")] }]))) },
  said("a billion deletions", () => updateOf([], [[id, [[0, 1e9]]]])),
  said("100 000 stretches deleted", () => updateOf([], [[id, Array.from({ length: 100_000 }, (_, index) => [index * 2, 1] as const)]])),
  said("2^31 deleters announced", () => updateOf([], [], { deletersClaimed: 2 ** 31 })),
  said("2^31 structs announced", () => updateOf([{ client: id, clock: 0, structs: [string(words, "x")], claims: 2 ** 31 }])),
  said("2^31 writers announced", () => updateOf([], [], { blocksClaimed: 2 ** 31 })),
  said("200 000 writers in one edit", () => updateOf(Array.from({ length: 200_000 }, (_, index) => ({ client: 1000 + index, clock: 0, structs: [stretch(0, 1)] })))),
  said("writer 2^53 - 1", () => updateOf([{ client: 2 ** 53 - 1, clock: 0, structs: [string(words, "x")] }])),
  said("clock 2^53 - 1", () => updateOf([{ client: id, clock: 2 ** 53 - 1, structs: [string(words, "x")] }])),
  said("a string longer than its frame", () => updateOf([{ client: id, clock: 0, structs: [item(4, words, (encoder) => encoding.writeVarUint(encoder, 1e9))] }])),
  said("a parent that does not exist", () => updateOf([{ client: id, clock: 0, structs: [string({ parent: [55, 5] }, "x")] }])),
  said("its own parent", () => updateOf([{ client: id, clock: 0, structs: [type({ parent: [id, 0] }, 3, "paragraph")] }])),
  said("its own origin", () => updateOf([{ client: id, clock: 0, structs: [string({ origin: [id, 0] }, "x")] }])),
  said("a parent that is a letter", () => updateOf([{ client: id, clock: 0, structs: [string(words, "x"), string({ parent: [id, 0] }, "y")] }])),
  said("unknown type", () => updateOf([{ client: id, clock: 0, structs: [type(content, 99)] }])),
  said("unknown content", () => updateOf([{ client: id, clock: 0, structs: [item(31, words, () => undefined)] }])),
  said("a document in the document", () => updateOf([{ client: id, clock: 0, structs: [item(9, { root: "subdocs", key: "a" }, (encoder) => { encoding.writeVarString(encoder, "guid"); encoding.writeAny(encoder, { autoLoad: true }); })] }])),
  said("formatting that is no JSON", () => updateOf([{ client: id, clock: 0, structs: [item(6, words, (encoder) => { encoding.writeVarString(encoder, "bold"); encoding.writeVarString(encoder, "{no"); })] }])),
  said("an embedded thing that is no JSON", () => updateOf([{ client: id, clock: 0, structs: [item(5, words, (encoder) => encoding.writeVarString(encoder, "[["))] }])),
  said("a value 20 000 deep", () => updateOf([{ client: id, clock: 0, structs: [item(8, { root: "map", key: "deep" }, (encoder) => { encoding.writeVarUint(encoder, 1); times(20_000, () => { encoding.writeUint8(encoder, 117); encoding.writeVarUint(encoder, 1); }); encoding.writeUint8(encoder, 126); })] }])),
  said("__proto__ as a key", () => updateOf([{ client: id, clock: 0, structs: [item(8, { root: "__proto__", key: "__proto__" }, (encoder) => { encoding.writeVarUint(encoder, 1); encoding.writeAny(encoder, { ["__proto__"]: { polluted: true } }); })] }])),
  { name: "2000 roots nobody knows", act: ({ say }) => times(2000, (index) => say(updateOf([{ client: id + index, clock: 0, structs: [string({ root: `root ${index}` }, "x")] }]))) },
  said("a node no schema knows", () => updateOf([{ client: id, clock: 0, structs: [type(content, 3, "script"), type({ parent: [id, 0] }, 6), string({ parent: [id, 1] }, "alert(1)")] }])),
  said("the root used as another type", () => updateOf([{ client: id, clock: 0, structs: [string({ root: contentField, key: "key" }, "x")] }])),
  said("nodes 20 000 deep", () => updateOf([{ client: id, clock: 0, structs: [type(content, 3, "blockquote"), ...Array.from({ length: 20_000 }, (_, index) => type({ parent: [id, index] }, 3, "blockquote"))] }])),
  said("half of a sign", () => updateOf([{ client: id, clock: 0, structs: [string(words, "\ud83d"), string({ origin: [id, 0] }, "x")] }])),
  said("the other update format", () => updateFrame(Y.convertUpdateFormatV1ToV2(new Pen().begin("second format")))),
  said("a stretch of garbage of 2^40", () => updateOf([{ client: id, clock: 0, structs: [stretch(0, 2 ** 40)] }])),
  said("a gap before anything", () => updateOf([{ client: id, clock: 0, structs: [stretch(10, 5), string(words, "x")] }])),
  said("the same writer twice in one edit", () => updateOf([{ client: id, clock: 0, structs: [string(words, "a")] }, { client: id, clock: 0, structs: [string(words, "bcd")] }])),
  { name: "what others wrote, deleted before it is written", act: ({ say }) => times(200, (index) => say(updateFrame(update([], [[id, [[index * 10, 5]]]])))) },
];

const presence: readonly Kind[] = [
  said("presence of 2 MB", () => awareness([[id, 1, JSON.stringify({ filler: "x".repeat(2e6) })]])),
  said("presence of 20 000 others", () => awareness(Array.from({ length: 20_000 }, (_, index) => [1000 + index, 1, "{}"] as const))),
  said("presence that is no JSON", () => awareness([[id, 1, "{no"]])),
  said("presence that is a number", () => awareness([[id, 1, "42"]])),
  said("presence that is a list", () => awareness([[id, 1, "[1,2]"]])),
  { name: "presence in another's name", act: ({ say, otherId }) => say(awareness([[otherId, 2 ** 31, JSON.stringify({ user: { name: "not me" } })]])) },
  { name: "another's presence taken away", act: ({ say, otherId }) => say(awareness([[otherId, 2 ** 31, "null"]])) },
  said("presence with clock 2^53 - 1", () => awareness([[id, 2 ** 53 - 1, "{}"]])),
  said("2^31 presences announced", () => awareness([], 2 ** 31)),
  { name: "10 000 presences at once", act: ({ say }) => times(10_000, (index) => say(awareness([[id, index + 1, JSON.stringify({ cursor: index })]]))) },
  said("presence with __proto__", () => awareness([[id, 1, '{"__proto__":{"polluted":true},"user":{"name":"x"}}']])),
  said("presence 100 000 deep", () => awareness([[id, 1, "[".repeat(100_000) + "]".repeat(100_000)]])),
];

const connections: readonly Kind[] = [
  { name: "150 more sockets of one person", act: async ({ another }) => { const more = Array.from({ length: 150 }, another); await pause(1_000); for (const each of more) each.drop(); } },
  { name: "300 sockets opened and dropped", act: async ({ another }) => { for (let round = 0; round < 10; round += 1) { const some = Array.from({ length: 30 }, another); await pause(20); for (const each of some) each.drop(); } } },
];

export const hostileKinds: readonly Kind[] = [...webSocket, ...protocol, ...updates, ...presence, ...connections];
