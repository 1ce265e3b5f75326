// Fills an empty database with the demo project; `npm run demo` runs it, built, on a file that becomes the demo's only when it is whole.
import { seedDemo } from "../../db/seed";
import { makeAuth } from "../auth";
import { localBulletin } from "../bulletin";
import { readConfig } from "../config";
import { makeLog } from "../log";
import { openOffice } from "../open-office";
import { sealAll } from "../proof/seal-journal";

const answer = readConfig({ ...process.env, SAMTUN_MODE: "demo" }, () => "");
if (!answer.ok) throw new Error(answer.faults.join("\n"));
const { config } = answer;
const office = await openOffice(config, localBulletin((fault) => { throw fault; }), makeLog("warn"));
await seedDemo(office, makeAuth(office, { secret: config.secret }));
await sealAll(office);
await office.db.destroy();
