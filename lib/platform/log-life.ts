import { log } from "./log";

/** A line when a process of the product begins, and one when it is told to end. */
export function logLife(name: string): void {
  log.info({ pid: process.pid, node: process.version }, `${name} started`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => log.info({ pid: process.pid, signal }, `${name} stops`));
}
