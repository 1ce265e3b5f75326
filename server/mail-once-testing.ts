// A real process with a postman and nothing else, to be killed by mail-once.test.ts while it sends.
import { testFiles } from "./files/testing";
import { randomUUID } from "node:crypto";
import { instantOf } from "../app/domain/time";
import { connect } from "../db/connect";
import { localBulletin } from "./bulletin";
import { makeLog } from "./log";
import { startPostman } from "./mail";
import type { Office } from "./office";
import { sealInMemory } from "./proof/seal";
import { newSigningKey } from "./proof/signing-key";

const { TEST_DATABASE_URL_OF_PROCESS = "", TEST_SMTP_PORT = "" } = process.env;
const database = connect(TEST_DATABASE_URL_OF_PROCESS);
const office: Office = {
  database, db: database.db, mode: "development", baseUrl: "http://localhost:3000", now: () => instantOf(new Date()),
  newId: <Id extends string>() => randomUUID() as string as Id, ...testFiles(), seal: sealInMemory(newSigningKey()), bulletin: localBulletin(() => undefined), log: makeLog("info"),
};
// the harness reads a port from the first line; there is none
console.log("0");
startPostman(office, { smtpUrl: `smtp://127.0.0.1:${TEST_SMTP_PORT}`, from: "Samtun <samtun@example.no>" });
// what keeps a server alive is its socket
setInterval(() => undefined, 1000);
