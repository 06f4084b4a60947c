import { join } from "node:path";

/**
 * What Node is given for the worker. Its young objects live a few milliseconds; three areas of 16 MB for them would only
 * be held, never filled usefully. What lives longer is looked through when it has doubled, not when it is four times as much.
 */
const LEAN = ["--max-semi-space-size=4", "--heap-growing-percent=100"];

/** The worker from its sources, for development and tests. */
export const WORKER_ARGS = [...LEAN, "--import", "./scripts/setup/server-side.mjs", "scripts/worker.ts"];

/** The worker as it was bundled. */
export const bundledWorkerArgs = (bundleDir: string): string[] => [
  ...LEAN,
  "--enable-source-maps",
  join(bundleDir, "scripts/worker.mjs"),
];
