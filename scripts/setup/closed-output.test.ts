import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const WRITER = `let left = 50;
setInterval(() => { console.log("line"); console.error("line"); if (left-- === 0) process.exit(7); }, 2);`;

test("a reader that leaves after the first line ends nothing", { timeout: 30_000 }, async () => {
  const args = ["--import", "./scripts/setup/closed-output.mjs", "--eval", WRITER];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  await Promise.all([once(child.stdout, "data"), once(child.stderr, "data")]);
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await once(child, "exit")).toEqual([7, null]);
});
