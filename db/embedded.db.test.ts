import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
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

test("a server that is missed comes back to its port, whoever has taken it meanwhile; one that starts anew takes another", async () => {
  const first = await startEmbedded({ dataDir });
  const port = Number(new URL(first.url("x")).port);
  // No system hands out a port below these to somebody who connects.
  expect(port).toBeLessThan(32_768);
  const taken = async (): Promise<Server> => {
    const thief = createServer().listen(port, "127.0.0.1");
    await once(thief, "listening");
    return thief;
  };
  await first.stop();
  const thief = await taken();
  const missed = startEmbedded({ dataDir, isMissed: true });
  await expect
    .poll(() => readFileSync(join(dataDir, "postgres.log"), "utf8"), { timeout: 10_000 })
    .toContain("could not bind");
  thief.close();
  const back = await missed;
  expect(back.url("x")).toBe(first.url("x"));

  await back.stop();
  const other = await taken();
  const anew = await startEmbedded({ dataDir });
  expect(anew.url("x")).not.toBe(first.url("x"));
  other.close();
});
