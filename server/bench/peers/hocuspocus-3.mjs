// Hocuspocus 3 with its own SQLite extension and its defaults. Runs from the folder the peers are installed in.
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const server = new Server({ port: Number(process.env.PORT), quiet: true, extensions: [new SQLite({ database: process.env.PEER_FILE })] });
await server.listen();
