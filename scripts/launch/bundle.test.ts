import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { taskThread } from "@/lib/platform/threads/task-thread";
import { bundle } from "./bundle";
import { bundledWorkerArgs } from "./worker-args";

// Packages are found from where the bundle lies.
const dir = mkdtempSync(resolve(".next-bundle-"));
beforeAll(() => bundle(dir), 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const LOADER = /from "(tsx|esbuild|server-only|@\/)/;

test("a thread runs from the bundle, without a loader", async () => {
  vi.stubEnv("HOMEWARD_BUNDLE", dir);
  onTestFinished(() => void vi.unstubAllEnvs());
  const limits = { secondsAtMost: 30, heapMb: 256, idleSeconds: 1 };
  const read = taskThread<Uint8Array, unknown>("./lib/skus/read-in-thread.ts", limits);
  expect(await read(Buffer.from("SKU,Exempt reason\nMUG-1,hazmat\n"))).toMatchObject({ ok: expect.any(Boolean) });
}, 60_000);

test("the worker starts from the bundle as far as its settings let it, and names what is missing", () => {
  const { PATH } = process.env;
  const done = spawnSync(process.execPath, bundledWorkerArgs(dir), {
    env: { PATH, NODE_ENV: "production" },
    encoding: "utf8",
  });
  expect(done.status).not.toBe(0);
  expect(done.stderr + done.stdout).toContain("APP_DATABASE_URL is missing");
  for (const file of ["scripts/worker.mjs", "lib/labels/draw-in-thread.mjs"])
    expect(readFileSync(`${dir}/${file}`, "utf8")).not.toMatch(LOADER);
}, 60_000);
