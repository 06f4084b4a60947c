import { isWriteAfterClose } from "@/db/lasting-pool";
import { log } from "./log";

/** A line when a process of the product begins, and one when it is told to end. */
export function logLife(name: string): void {
  log.info({ pid: process.pid, node: process.version }, `${name} started`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => log.info({ pid: process.pid, signal }, `${name} stops`));
}

/** What nobody caught ends the process, and the log says what it was; a write to a lost connection alone ends nothing. */
export function guardProcess(): void {
  process.on("uncaughtException", (error) => {
    if (isWriteAfterClose(error)) return log.warn("a connection to the database was lost before it was written to");
    log.fatal({ err: error }, "the process ends: nobody caught this");
    process.exit(1);
  });
}
