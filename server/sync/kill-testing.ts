// A real process with the socket door and nothing else, to be killed by kill.test.ts. Who holds the cookie `<user id>` is that person.
import { testFiles } from "../files/testing";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { UserId } from "../../app/domain/ids";
import { instantOf } from "../../app/domain/time";
import { connect } from "../../db/connect";
import { localBulletin } from "../bulletin";
import { makeLog } from "../log";
import type { Office } from "../office";
import { sealInMemory } from "../proof/seal";
import { newSigningKey } from "../proof/signing-key";
import { openSync } from "./open-sync";

const log = makeLog("silent");
const database = connect(process.env.KILL_DATABASE ?? "");
const office: Office = {
  database, db: database.db, mode: "development", baseUrl: "http://localhost", log, bulletin: localBulletin(() => undefined),
  now: () => instantOf(new Date()), newId: <Id extends string>() => randomUUID() as string as Id, ...testFiles(), seal: sealInMemory(newSigningKey()),
};
const sync = openSync({
  office,
  whoIs: async (headers) => ({
    userId: (headers.get("cookie") ?? "") as UserId, sessionId: "s", name: "Forelder", email: "a@b.example", language: "nb", colourScheme: "auto", administratorOf: null,
  }),
  onSettled: async () => undefined,
});
const server = createServer();
server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
