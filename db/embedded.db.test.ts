import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { runningUrl, startEmbedded } from "./embedded";

const dataDir = mkdtempSync(join(tmpdir(), "homeward-embedded-"));
chmodSync(dataDir, 0o755);
const pidOf = () => Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

afterAll(async () => {
  await (await startEmbedded({ dataDir })).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 });
  return question(sql).finally(() => sql.end());
}

test("the server keeps what was committed through stop, kill and start, and is found by who comes later", async () => {
  expect(await runningUrl(dataDir, "postgres")).toBeNull();
  const first = await startEmbedded({ dataDir });
  await ask(first.url("postgres"), (sql) => sql`create table kept as select 'ä' as word`);
  expect(await ask(first.url("postgres"), (sql) => sql`show server_encoding`)).toMatchObject([
    { server_encoding: "UTF8" },
  ]);

  const attached = await startEmbedded({ dataDir });
  expect(attached.url("x")).toBe(first.url("x"));
  expect(await runningUrl(dataDir, "x")).toBe(first.url("x"));

  process.kill(pidOf(), "SIGKILL");
  await expect.poll(attached.isRunning).toBe(false);
  const recovered = await startEmbedded({ dataDir });
  expect(recovered.url("x")).toBe(first.url("x"));
  expect(await ask(recovered.url("postgres"), (sql) => sql`select word from kept`)).toMatchObject([{ word: "ä" }]);

  await recovered.stop();
  expect(recovered.isRunning()).toBe(false);
  expect(await runningUrl(dataDir, "x")).toBeNull();
});
