import { guardProcess } from "@/lib/guard-process";
import { runWorker } from "@/lib/jobs/worker";
import { logLife } from "@/lib/log-life";

guardProcess();
logLife("the worker");
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => ending.abort());

await runWorker({ signal: ending.signal });
process.exit();
