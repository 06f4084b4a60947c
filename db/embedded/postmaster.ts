import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Postmaster = { pid: number; port: number };

const pidFile = (cluster: string): string => join(cluster, "postmaster.pid");

/** Recovery after a crash may take this long; nothing else does. */
const RECOVERY_MS = 120_000;
const ANSWER_MS = 2_000;

/** The server that is up and answers on this cluster, or null; one that is just starting or stopping is waited for. */
export async function findPostmaster(cluster: string, patienceMs = RECOVERY_MS): Promise<Postmaster | null> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(50)) {
    const { pid, port, status } = readPidFile(cluster);
    if (!serves(pid, cluster)) return null;
    if (status === "ready" && (await isListening(port))) return { pid, port };
  }
  throw new Error(`The PostgreSQL on ${cluster} is running and does not become ready.`);
}

/**
 * Whether the process really is a server on this cluster: a process id may have been given to another program since,
 * and a killed server may stay behind as a zombie.
 */
export function serves(pid: number, cluster: string): boolean {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** PostgreSQL itself believes any living process id in its lock file, so one that is not its own is taken away. */
export function clearStaleLock(cluster: string): void {
  if (existsSync(pidFile(cluster)) && !serves(readPidFile(cluster).pid, cluster)) rmSync(pidFile(cluster));
}

/** A backend deep in a query outlives its killed server and blocks the next one (told apart on Linux only). */
export function endOrphans(cluster: string): void {
  if (process.platform !== "linux") return;
  for (const pid of readdirSync("/proc").map(Number)) if (pid > 0 && serves(pid, cluster)) process.kill(pid, "SIGKILL");
}

function readPidFile(cluster: string): Postmaster & { status: string } {
  const lines = existsSync(pidFile(cluster)) ? readFileSync(pidFile(cluster), "utf8").split("\n") : [];
  return { pid: Number(lines[0] ?? 0), port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() };
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: ANSWER_MS });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => answer(true));
    // A server that is stopping may let a caller wait for ever.
    socket.once("error", () => answer(false)).once("timeout", () => answer(false));
  });

/** A port that is free on this machine: the wanted one, or any. */
export const freePort = (wanted = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", () => (wanted === 0 ? reject(new Error("No free port.")) : resolve(freePort())));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : wanted));
    });
  });

/** Below those that systems hand out to whoever connects, and above those that services are known by. */
const STEADY = { from: 20_000, to: 32_000 };

/**
 * A free port for a server that comes back to it. One of those handed out to connections may be somebody's by then, even
 * that of a client which tries to reach the server while it is away, and so reaches itself.
 */
export async function steadyPort(wanted = randomInt(STEADY.from, STEADY.to)): Promise<number> {
  const port = await freePort(wanted);
  return port === wanted ? port : steadyPort();
}
