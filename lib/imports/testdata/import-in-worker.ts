import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { Actor } from "@/lib/policy/actor";
import { WORKER_ARGS } from "@/scripts/launch/worker-args";
import type { ImportFile } from "../import-file";
import { findImport, type ImportRow } from "../imports";
import { confirmImport, requestCheck, startImport } from "../start-import";
import { storeImportFile } from "../stored-files";
import { COLUMNS_33, madeUpLine } from "./made-up-report";

const LINES_A_PIECE = 500;

/** A report that is made as it is read, so that the file itself costs no memory. */
export function madeUpFile(count: number, status: string): ImportFile {
  const lineOf = (index: number) =>
    madeUpLine({
      "Order ID": `111-${String(Math.floor(index / 1e7)).padStart(7, "0")}-${String(index % 1e7).padStart(7, "0")}`,
      "Amazon RMA ID": `D${index}RRMA`,
      "Return request status": index % 3 === 0 ? status : "Pending Authorization",
      "Merchant SKU": `SKU-${index % 997}`,
      "Tracking ID": `92${String(index).padStart(19, "0")}1`,
    });
  async function* open() {
    yield Buffer.from(`${COLUMNS_33.join("\t")}\n`);
    for (let start = 0; start < count; start += LINES_A_PIECE) {
      const lines = Array.from({ length: Math.min(LINES_A_PIECE, count - start) }, (_, at) => lineOf(start + at));
      yield Buffer.from(`${lines.join("\n")}\n`);
    }
  }
  return { name: "made-up.tsv", modifiedAt: new Date(), size: count * (lineOf(0).length + 1), open };
}

type Import = { appUrl: string; dataDir: string; sellerId: string; channelId: string; actor: Actor; rows: number };

/** Imports so many rows by the worker as the product starts it; answers how the import ended, and the most it held. */
export async function importInWorker(db: Db, input: Import): Promise<{ row: ImportRow; peakMb: number }> {
  const { dataDir, sellerId, channelId, actor, rows } = input;
  const ctx = { db, sellerId, actor, now: new Date() };
  const started = await startImport(ctx, { channelId });
  if (!started.ok) throw new Error(started.refusal.code);
  const one = { sellerId, importId: started.value.importId };
  const { name, modifiedAt, open } = madeUpFile(rows, "Approved");
  await storeImportFile(ctx, { ...one, dataDir, name, modifiedAt, body: open() });
  await requestCheck(ctx, one);
  const worker = startWorker(input);
  try {
    await untilNo(db, one, "checking");
    await confirmImport(ctx, { ...one, acceptsWarnings: true });
    const row = await untilNo(db, one, "running");
    return { row, peakMb: await peakMbOf(worker) };
  } finally {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
}

const startWorker = ({ appUrl, dataDir }: Import): ChildProcess =>
  spawn(process.execPath, ["--import", "./scripts/launch/follow-parent.mjs", ...WORKER_ARGS], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      HOMEWARD_LAUNCHER: String(process.pid),
      MALLOC_ARENA_MAX: "2",
      NODE_ENV: "production",
      APP_DATABASE_URL: appUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      INSTANCE_ID: "import0worker",
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
    },
  });

async function untilNo(db: Db, { sellerId, importId }: { sellerId: string; importId: string }, state: string) {
  for (;;) {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row || row.state === "failed") throw new Error(`the import failed: ${row?.failure}`);
    if (row.state !== state) return row;
    await pause(100);
  }
}

/** The kernel's own count of the most a process has held, which no look every 50 ms can miss. */
async function peakMbOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
