import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const BEAT_MS = 5_000;
const SILENCE_MS = 60_000;

/**
 * Takes the lock at `path` for this process and answers how to give it back, or null while a living process holds it.
 * A holder that was killed, or that has been silent for a minute, loses it.
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, host: hostname() }));
  try {
    if (!isHeld(path)) rmSync(path, { force: true });
    linkSync(draft, path);
  } catch (error) {
    if (error.code === "EEXIST") return null;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const beat = setInterval(() => touch(path), BEAT_MS).unref();
  return () => {
    clearInterval(beat);
    rmSync(path, { force: true });
  };
}

/** Runs `work` when the lock is free; `onWait` is called once when that is not at once. */
export async function withLock(path, work, onWait) {
  for (let hasWaited = false; ; await pause(300)) {
    const release = tryLock(path);
    if (release) return work().finally(release);
    if (!hasWaited) onWait();
    hasWaited = true;
  }
}

function isHeld(path) {
  try {
    const { pid, host } = JSON.parse(readFileSync(path, "utf8"));
    if (Date.now() - statSync(path).mtimeMs > SILENCE_MS) return false;
    // Another container on the same folder has process ids of its own: only its silence tells.
    return host !== hostname() || isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    if (process.platform !== "linux") return process.kill(pid, 0);
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    return error.code === "EPERM";
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The data folder was removed under us; whoever did that has no use for the lock.
  }
}
