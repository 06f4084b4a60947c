import { guardProcess, logLife } from "@/lib/platform/log-life";
import { runWorker } from "@/lib/registry";

guardProcess();
logLife("the worker");
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => ending.abort());

await runWorker({ signal: ending.signal });
process.exit();
