import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** What the log says of an error as PostgreSQL sends it, inside the one that the query builder makes of it. */
function lineOf(code: string, message: string): { err: { message: string; cause: { message: string; code: string } } } {
  const script = `
    import { log } from "./lib/platform/log.ts";
    const cause = Object.assign(new Error(${JSON.stringify(message)}), { code: "${code}", severity: "ERROR", query: "select $1" });
    const err = Object.assign(new Error("Failed query: select $1 params: mei@mail.net"), { query: "select $1", cause });
    log.error({ err }, "failed");`;
  const args = ["--import", "./scripts/setup/server-side.mjs", "--input-type=module", "--eval", script];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stdout).not.toContain("mei@mail.net");
  return JSON.parse(stdout);
}

test("of a failed query the log has the statement and what the database says, never a value", () => {
  expect(lineOf("42501", "permission denied for table return_keys").err).toMatchObject({
    message: "Failed query: select $1",
    cause: { code: "42501", message: "permission denied for table return_keys" },
  });
  expect(lineOf("22P02", 'invalid input syntax for type uuid: "mei@mail.net"').err.cause.message).not.toContain("mei");
});
