import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect, type Db } from "../db/client";
import { startEmbedded } from "../db/embedded";
import { prepareDatabase } from "../db/prepare";
import { withSeller } from "../db/tenant";
import { fillSeller } from "../db/testing-many";
import { listComparedInsights } from "../lib/insights/compared";
import { DIMENSIONS, type Dimension } from "../lib/insights/insights";
import { addDays } from "../lib/kernel/dates";
import { findListFrame } from "../lib/returns/returns-frame";
import { listReturns } from "../lib/returns/returns-list";
import { emptyFilter, type ReturnFilter } from "../lib/returns/shared/filter";

/**
 * `npm run bench:list [count]`: the list of a seller with 1,000 returns against one with a million, as the application's
 * role under row-level security. It prints medians and their ratio; ratios travel between machines, milliseconds do not.
 */
const SMALL = 1000;
const large = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 15;

const required = emptyFilter("authorization_required");
const all = emptyFilter("all");
const CASES: Record<string, ReturnFilter> = {
  "Authorization Required": required,
  "Awaiting Return": emptyFilter("awaiting_return"),
  Disputes: emptyFilter("disputes"),
  Closed: emptyFilter("closed"),
  All: all,
  "All by due": { ...all, sort: "due" },
  overdue: { ...required, due: "overdue" },
  "within 24 h": { ...required, due: "24h" },
  "missed before import": { ...required, due: "missed" },
  "All, missed before import": { ...all, due: "missed" },
  "out of policy": { ...required, verdict: ["out_of_policy"] },
  "All, not returnable": { ...all, verdict: ["not_returnable"] },
  "Closed, exempt": { ...emptyFilter("closed"), verdict: ["exempt"] },
  exempt: { ...required, verdict: ["exempt"] },
  "common reason": { ...required, reason: ["defective"] },
  "rare reason": { ...required, reason: ["empty_parcel"] },
  "All, rare reason": { ...all, reason: ["empty_parcel"] },
  "All, unknown reason": { ...all, reason: ["no_such"] },
  "Received, common reason": { ...emptyFilter("received"), reason: ["defective"] },
  "Received, 1 in 200 reason": { ...emptyFilter("received"), reason: ["short_quantity"] },
  "one day": { ...all, from: "2026-01-01", to: "2026-01-01" },
  "one year, by due": { ...all, sort: "due", from: "2025-12-01" },
  "not yet done there": { ...all, isHandoverOpen: true },
  "AR not yet done": { ...required, isHandoverOpen: true },
  "nobody's": { ...required, assignee: ["nobody"] },
  "All, one SKU": { ...all, sku: "SKU-77" },
  "search order": { ...all, q: "111-00000000000777" },
  "search SKU": { ...required, q: "SKU-77" },
  "search a letter": { ...required, q: "B" },
  "search nothing": { ...all, q: "no such thing" },
};

async function time(db: Db, sellerId: string, filter: ReturnFilter): Promise<{ rows: number; frame: number }> {
  const now = new Date();
  const spans = { rows: [] as number[], frame: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    await withSeller(db, sellerId, async (tx) => {
      const start = performance.now();
      await listReturns(tx, sellerId, filter, { now, per: 50 });
      const middle = performance.now();
      await findListFrame(tx, sellerId, filter, now);
      spans.rows.push(middle - start);
      spans.frame.push(performance.now() - middle);
    });
  }
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return { rows: median(spans.rows), frame: median(spans.frame) };
}

/** The last 90 days, which hold 9 % of the generated returns. */
async function timeInsights(db: Db, sellerId: string, dimension: Dimension): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  const period = { from: addDays(today, -89), to: today, channel: null, knownChannels: [] };
  const spans: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await withSeller(db, sellerId, (tx) => listComparedInsights(tx, sellerId, dimension, period));
    spans.push(performance.now() - start);
  }
  return spans.toSorted((a, b) => a - b)[Math.floor(spans.length / 2)] ?? 0;
}

const dataDir = process.env.BENCH_DIR ?? mkdtempSync(join(tmpdir(), "homeward-bench-"));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, isDurable: false });
const owner = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
const db = connect(await prepareDatabase(server.url("postgres"), { password: "bench", mayChangePassword: true }));
try {
  const known = await owner<{ id: string; name: string }[]>`select id, name from sellers`;
  const seller = async (name: string, count: number) =>
    known.find((row) => row.name === name)?.id ?? (await fillSeller(owner, name, count));
  const few = await seller("Few", SMALL);
  const many = await seller("Many", large);
  if (known.length < 2) await owner.unsafe("vacuum analyze");
  const only = process.argv[3];
  for (const [name, filter] of Object.entries(CASES)) {
    if (only && !name.includes(only)) continue;
    const small = await time(db, few, filter);
    const big = await time(db, many, filter);
    const part = (key: "rows" | "frame") =>
      `${key} ${small[key].toFixed(1)} → ${big[key].toFixed(1)} ms (×${(big[key] / small[key]).toFixed(1)})`;
    console.info(`${name.padEnd(28)} ${part("rows").padEnd(34)} ${part("frame")}`);
  }
  for (const dimension of DIMENSIONS) {
    if (only && !"insights".includes(only)) continue;
    const [small, big] = [await timeInsights(db, few, dimension), await timeInsights(db, many, dimension)];
    const name = `insights by ${dimension}`.padEnd(28);
    console.info(`${name} ${small.toFixed(1)} → ${big.toFixed(1)} ms (×${(big / small).toFixed(1)})`);
  }
} finally {
  await db.end();
  await owner.end();
  if (!process.env.BENCH_DIR) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
