import { spawnSync } from "node:child_process";
import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tryLock, withLock } from "./file-lock.mjs";

const aPath = () => join(mkdtempSync(join(tmpdir(), "homeward-lock-")), "folder", "x.lock");
const heldBy = (holder: { pid: number; host: string }) => {
  const path = aPath();
  tryLock(path)?.();
  writeFileSync(path, JSON.stringify(holder));
  return path;
};
const deadPid = () => spawnSync(process.execPath, ["--version"]).pid;

test("one takes the lock, the next gets it when the first gives it back", () => {
  const path = aPath();
  const release = tryLock(path);
  expect(release).not.toBeNull();
  expect(tryLock(path)).toBeNull();
  release?.();
  expect(tryLock(path)).not.toBeNull();
});

test("a killed holder loses the lock", () => {
  expect(tryLock(heldBy({ pid: deadPid(), host: hostname() }))).not.toBeNull();
});

test("a holder on another machine keeps it until it has been silent for long", () => {
  const path = heldBy({ pid: deadPid(), host: "elsewhere" });
  expect(tryLock(path)).toBeNull();
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(path, longAgo, longAgo);
  expect(tryLock(path)).not.toBeNull();
});

test("who waits for the lock works after the other, and says once that it waits", async () => {
  const path = aPath();
  const order: string[] = [];
  const first = tryLock(path);
  const second = withLock(
    path,
    async () => order.push("second"),
    () => order.push("waits"),
  );
  order.push("first");
  first?.();
  await second;
  expect(order).toEqual(["waits", "first", "second"]);
});
