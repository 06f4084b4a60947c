import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const CALM_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
const GRACE_MS = 15_000;

export type Supervised = { stop: () => Promise<void> };

/**
 * Keeps a Node program running: one that ends by itself is started again, after a pause that doubles while it keeps
 * failing. It has a process group of its own, so that Ctrl-C reaches it by `stop` and in our order.
 */
export function supervise(name: string, args: string[], env: NodeJS.ProcessEnv): Supervised {
  const ending = new AbortController();
  let child: ChildProcess | undefined;
  const keepRunning = async (): Promise<void> => {
    for (let failures = 0; !ending.signal.aborted; failures++) {
      const since = Date.now();
      child = spawn(process.execPath, ["--import", "./scripts/launch/follow-parent.mjs", ...args], {
        stdio: ["ignore", "inherit", "inherit"],
        detached: process.platform !== "win32",
        env: { ...env, HOMEWARD_LAUNCHER: String(process.pid) },
      });
      const how = await ended(child);
      if (ending.signal.aborted) return;
      if (Date.now() - since > CALM_MS) failures = 0;
      const wait = Math.min(1_000 * 2 ** failures, LONGEST_PAUSE_MS);
      console.error(`The ${name} ended unexpectedly (${how}); starting it again in ${wait / 1000} s.`);
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = keepRunning();
  return {
    stop: async () => {
      ending.abort();
      child?.kill("SIGTERM");
      const force = setTimeout(() => child?.kill("SIGKILL"), GRACE_MS);
      await running;
      clearTimeout(force);
    },
  };
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
