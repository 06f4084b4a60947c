import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findPostmaster } from "./postmaster";

/** A process that stands in a cluster's folder, and a lock file that says it is its server. */
async function aServer(status: string): Promise<string> {
  const cluster = mkdtempSync(join(tmpdir(), "homeward-cluster-"));
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { cwd: cluster, stdio: "ignore" });
  onTestFinished(() => {
    child.kill();
    rmSync(cluster, { recursive: true, force: true });
  });
  await new Promise((resolve) => child.once("spawn", resolve));
  writeFileSync(join(cluster, "postmaster.pid"), [child.pid, cluster, 0, 1, "", "", "", status].join("\n"));
  return cluster;
}

test.each(["stopping", "ready"])(
  "a server that is %s and answers nobody is waited for, but not for ever",
  async (status) => {
    const cluster = await aServer(status);
    await expect(findPostmaster(cluster, 300)).rejects.toThrow("does not become ready");
  },
);

test("a lock file whose process is gone is no server", async () => {
  const cluster = mkdtempSync(join(tmpdir(), "homeward-cluster-"));
  onTestFinished(() => rmSync(cluster, { recursive: true, force: true }));
  writeFileSync(join(cluster, "postmaster.pid"), `${2 ** 30}\n`);
  expect(await findPostmaster(cluster)).toBeNull();
});
