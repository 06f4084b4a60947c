/**
 * What Node is given to run the worker. Its young objects live a few milliseconds; three areas of 16 MB for them would only
 * be held, never filled usefully. What lives longer is looked through when it has doubled, not when it is four times as much.
 */
export const WORKER_ARGS = [
  "--max-semi-space-size=4",
  "--heap-growing-percent=100",
  "--import",
  "./scripts/setup/server-side.mjs",
  "scripts/worker.ts",
];
