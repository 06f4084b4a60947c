import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { isWriteAfterClose } from "@/db/lasting-pool";

const thrown = (type: ErrorConstructor, message: string, ...frames: string[]): Error =>
  Object.assign(new type(message), {
    stack: [`${type.name}: ${message}`, ...frames.map((at) => `    at ${at}`)].join("\n"),
  });

const NULL = "Cannot read properties of null (reading 'write')";
const WRITE = "Immediate.nextWrite (file:///srv/homeward/node_modules/postgres/src/connection.js:255:22)";
const LOOP = "process.processImmediate (node:internal/timers:483:21)";

test.each<[string, Error, boolean]>([
  ["the driver's late write", thrown(TypeError, NULL, WRITE, LOOP), true],
  ["the same of its other build", thrown(TypeError, NULL, WRITE.replace("/src/", "/cjs/src/"), LOOP), true],
  ["another place of the driver", thrown(TypeError, NULL, WRITE.replace("nextWrite", "connected"), LOOP), false],
  ["another package", thrown(TypeError, NULL, WRITE.replace("/postgres/", "/mailer/"), LOOP), false],
  ["a write that somebody waits for", thrown(TypeError, NULL, WRITE, "execute (file:///srv/app.js:1:1)"), false],
  ["another message", thrown(TypeError, "x is not a function", WRITE, LOOP), false],
  ["another kind of error", thrown(Error, NULL, WRITE, LOOP), false],
])("only a write to a closed connection is let pass: %s", (_, error, isKnown) => {
  expect(isWriteAfterClose(error)).toBe(isKnown);
});

test("what nobody caught ends the process with one JSON line, a late write does not", () => {
  const script = `
    import { guardProcess } from "./lib/platform/log-life.ts";
    guardProcess();
    const late = Object.assign(new TypeError(${JSON.stringify(NULL)}), { stack: ${JSON.stringify(`TypeError: ${NULL}\n    at ${WRITE}\n    at ${LOOP}`)} });
    setImmediate(() => { throw late; });
    setTimeout(() => { throw new Error("on purpose"); }, 50);
    setTimeout(() => console.log("still here"), 5_000);`;
  const args = ["--import", "./scripts/setup/server-side.mjs", "--input-type=module", "--eval", script];
  const done = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(done.status).toBe(1);
  const [warned, fatal, ...more] = done.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([warned.level, fatal.level, fatal.err.message, more]).toEqual([40, 60, "on purpose", []]);
});
