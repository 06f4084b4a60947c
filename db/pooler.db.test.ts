import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as dial } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { claimWork } from "@/lib/platform/queue/lease";
import { moveReturns } from "../lib/returns/move-returns";
import { connect, type Db } from "./client";
import { freePort } from "./embedded/postmaster";
import { isMigrated, requireFitLogin } from "./fit";
import { prepareDatabase } from "./prepare";
import { returns } from "./schema";
import { withSeller } from "./tenant";
import { aChannel, aReturn, aSeller } from "./testing";

const PGBOUNCER = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find((path) => existsSync(path));

/** Two connections to the server for whoever comes: each transaction gets another one than the last. */
async function aPooler(): Promise<{ url: (of: string) => string; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "homeward-pooler-"));
  chmodSync(folder, 0o755);
  const owner = new URL(inject("ownerUrl"));
  const port = await freePort();
  const file = (name: string, lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join("\n")}\n`, { mode: 0o644 });
    return path;
  };
  const users = file("users.txt", [
    `"homeward_app" "${inject("appPassword")}"`,
    `"${owner.username}" "${decodeURIComponent(owner.password)}"`,
  ]);
  const settings = file("pooler.ini", [
    "[databases]",
    `* = host=127.0.0.1 port=${owner.port}`,
    "[pgbouncer]",
    `listen_addr=127.0.0.1\nlisten_port=${port}\nunix_socket_dir=\nauth_type=scram-sha-256\nauth_file=${users}`,
    "pool_mode=transaction\ndefault_pool_size=2\nmax_client_conn=200",
  ]);
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const pooler: ChildProcess = spawn(PGBOUNCER ?? "", ["-q", ...asNobody, settings], { stdio: "ignore" });
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = dial(port, "127.0.0.1", () => resolve(socket.end() !== null)).once("error", () => resolve(false));
    });
  await vi.waitFor(async () => expect(await answers()).toBe(true), { timeout: 20_000 });
  return {
    url: (of) => Object.assign(new URL(of), { port: String(port) }).href,
    end: async () => {
      pooler.kill("SIGTERM");
      if (pooler.exitCode === null) await once(pooler, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.runIf(PGBOUNCER)("behind a pooler in transaction mode", () => {
  const name = `pooled_${process.pid}`;
  const direct = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
  let pooler: Awaited<ReturnType<typeof aPooler>>;
  let appUrl: string;
  let db: Db;

  beforeAll(async () => {
    await direct`create database ${direct(name)}`;
    pooler = await aPooler();
    const ownerUrl = pooler.url(Object.assign(new URL(inject("ownerUrl")), { pathname: `/${name}` }).href);
    const login = { password: inject("appPassword"), mayChangePassword: false };
    const urls = await Promise.all([1, 2].map(() => prepareDatabase(ownerUrl, login)));
    expect(new Set(urls).size).toBe(1);
    appUrl = urls[0] ?? "";
    db = connect(appUrl);
  });
  afterAll(async () => {
    await db.end();
    await pooler.end();
    await direct`drop database if exists ${direct(name)} with (force)`;
    await direct.end();
  });

  test("the start finds it prepared and its login fit", async () => {
    expect(await isMigrated(appUrl)).toBe(true);
    await requireFitLogin(appUrl);
  });

  test("sellers who take turns on its connections see their own rows, under the settings of a request", async () => {
    const shops = await Promise.all([1, 2, 3].map(() => aSeller(db)));
    for (const seller of shops) await aReturn(db, seller, { channelId: await aChannel(db, seller) });
    const rounds = Array.from({ length: 60 }, (_, n) => shops[n % shops.length]).flatMap((shop) => shop ?? []);
    const seen = await Promise.all(
      rounds.map(({ sellerId }) =>
        withSeller(db, sellerId, async (tx) => {
          const [said] = await tx.execute<{ timeout: string; jit: string }>(
            sql`select current_setting('statement_timeout') as timeout, current_setting('jit') as jit`,
          );
          const rows = await tx.select({ sellerId: returns.sellerId }).from(returns);
          return { isOwn: rows.length === 1 && rows[0]?.sellerId === sellerId, ...said };
        }),
      ),
    );
    expect(seen).toEqual(rounds.map(() => ({ isOwn: true, timeout: "30s", jit: "off" })));
    expect(await db.select({ id: returns.id }).from(returns)).toEqual([]);
  });

  test("a decision is written and its work is claimed", async () => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const { id } = await aReturn(db, seller, { channelId: await aChannel(db, seller, { undoSeconds: 0 }) });
    const moved = await moveReturns(
      { db, sellerId, actor: { kind: "person", id: owner.id, name: owner.name }, now: new Date() },
      { ids: [id], request: { move: "close", reason: "other", comment: "We closed it." } },
    );
    expect(moved).toMatchObject({ moved: [id], refused: [] });
    expect(await claimWork(db, "outbox")).toMatchObject({ sellerId, attempts: 1 });
  });
});
