// Loaded before a server whose memory is measured: SIGUSR2 collects the garbage, so that what is left is what it holds, and says how much of that lives:
// a process rarely gives memory back to the machine, and one that once needed much can hold much more before it shows.
import { writeSync } from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";

process.on("SIGUSR2", () => {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  writeSync(2, `\nLIVING ${Math.round((heapUsed + external) / 1024)} kB\n`);
});
