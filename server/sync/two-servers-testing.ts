// One of several real servers with the socket door and nothing else, for two-servers.test.ts. Who holds the cookie `<user id>` is that person.
// Its first line is its port; then come the lines of its log.
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
import { noCourier } from "./courier";
import { noMeter } from "./meter";
import { openSync } from "./open-sync";
import { redisCourier } from "./redis-courier";

const log = makeLog("info");
const database = connect(process.env.TEST_SERVER_DATABASE ?? "");
const redis = process.env.TEST_SERVER_REDIS;
const office: Office = {
  database, db: database.db, mode: "development", baseUrl: "http://localhost", log, bulletin: localBulletin(() => undefined),
  now: () => instantOf(new Date()), newId: <Id extends string>() => randomUUID() as string as Id, ...testFiles(), seal: sealInMemory(newSigningKey()),
};
const courier = redis ? redisCourier(redis, database.kind + process.env.TEST_SERVER_DATABASE, log) : noCourier;
const sync = openSync({
  office,
  whoIs: async (headers) => ({
    userId: (headers.get("cookie") ?? "") as UserId, sessionId: "s", name: "Forelder", email: "a@b.example", language: "nb", colourScheme: "auto", administratorOf: null,
  }),
  onSettled: async () => undefined,
  quietMs: 300,
  courier,
  meter: { ...noMeter, caughtUp: (edits) => log.info({ caughtUp: edits }, "from the log") },
});
const server = createServer();
server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.once("SIGTERM", () => {
  server.close();
  void sync.close().then(() => courier.close()).then(() => database.db.destroy()).then(() => process.exit(0));
});
