// Loaded before a server whose memory is measured: SIGUSR2 collects the garbage, so that what is left is what it holds.
import v8 from "node:v8";
import vm from "node:vm";

process.on("SIGUSR2", () => {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  collect();
  collect();
});
