import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { WORKER_ARGS } from "../scripts/launch/worker-args";

/** The worker as the product starts it, on the database of this address; what still runs after the test is killed. */
export function startWorker(appUrl: string, env: Record<string, string> = {}): ChildProcess {
  const dataDir = mkdtempSync(join(tmpdir(), "homeward-worker-"));
  const worker = spawn(process.execPath, WORKER_ARGS, {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      APP_DATABASE_URL: appUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      INSTANCE_ID: "tested0worker",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      ...env,
    },
  });
  onTestFinished(async () => {
    await endWorker(worker, "SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });
  return worker;
}

export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill(signal);
  await once(worker, "exit");
}
