import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runningUrl } from "@/db/embedded";
import { freePort } from "@/db/embedded/postmaster";
import { test as base, expect } from "./fixtures";

const test = base.extend({ as: null });

/** How the parts of the product that runs here log in, each as a process of its own. */
async function partEnv(port: number): Promise<NodeJS.ProcessEnv> {
  const dataDir = String(process.env.E2E_DATA_DIR);
  const { appPassword, authSecret } = JSON.parse(readFileSync(join(dataDir, "keys.json"), "utf8"));
  const url = new URL((await runningUrl(dataDir, "homeward")) ?? "");
  return {
    ...process.env,
    HOMEWARD_DIST_DIR: ".next-test",
    DATABASE_URL: "",
    APP_DATABASE_URL: Object.assign(url, { username: "homeward_app", password: appPassword }).href,
    APP_URL: `http://localhost:${port}`,
    AUTH_SECRET: authSecret,
    DATA_DIR: dataDir,
    PORT: String(port),
    SMTP_URL: "",
    MAIL_FROM: "",
  };
}

/** All processes below one, by what the system says of their parents. */
function descendantsOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function start(part: "web" | "worker", env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const npm = spawn("npm", ["run", `start:${part}`], { env, stdio: ["ignore", "pipe", "inherit"] });
  npm.stdout?.resume();
  return npm;
}

test("SIGTERM to npm ends a web server and a worker that run on their own, and leaves nothing behind", async () => {
  test.slow();
  const port = await freePort();
  const env = await partEnv(port);
  const parts = [await start("web", env), await start("worker", env)];
  const answers = () =>
    fetch(`http://localhost:${port}/api/health`).then(
      ({ status }) => status,
      () => null,
    );
  await expect.poll(answers, { timeout: 90_000 }).toBe(200);
  const pids = parts.flatMap(({ pid = 0 }) => descendantsOf(pid));
  expect(pids.length).toBeGreaterThan(5);
  const ended = parts.map((npm) => once(npm, "exit"));
  for (const npm of parts) npm.kill("SIGTERM");
  await Promise.all(ended);
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  expect(await answers()).toBeNull();
});
