import { isWriteAfterClose } from "@/db/lasting-pool";
import { log } from "@/lib/platform/log";
import { logLife } from "@/lib/platform/log-life";
import { runWorker } from "@/lib/registry";

/** What nobody caught ends the process, and the log says what it was; a write to a lost connection alone ends nothing. */
function guardProcess(): void {
  process.on("uncaughtException", (error) => {
    if (isWriteAfterClose(error)) return log.warn("a connection to the database was lost before it was written to");
    log.fatal({ err: error }, "the process ends: nobody caught this");
    process.exit(1);
  });
}

guardProcess();
logLife("the worker");
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => ending.abort());

await runWorker({ signal: ending.signal });
process.exit();
