import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect, type Db } from "../db/client";
import { startEmbedded } from "../db/embedded";
import { prepareDatabase } from "../db/prepare";
import { withSeller } from "../db/tenant";
import { fillSeller } from "../db/testing-many";
import { newId } from "../lib/kernel/ids";
import { workOnce } from "../lib/platform/queue/work";
import { defaultPolicy } from "../lib/policy/judging/programmes/seller-fulfilled";
import { previewWork } from "../lib/terms/preview-work";
import { findPreview } from "../lib/terms/previews";
import { startPreview } from "../lib/terms/start-preview";

/**
 * `npm run bench:preview [count]`: what terms with another window would have made of 1,000 requests of the last 90 days
 * and of `count`, as the worker computes it. It prints seconds, and what one request costs in each.
 */
const SMALL = 1000;
const large = Number(process.argv[2] ?? 100_000);
const { terms, operation } = defaultPolicy;
const kinder = { ...terms, window: { ...terms.window, days: terms.window.days + 30 } };

const dataDir = mkdtempSync(join(tmpdir(), "homeward-bench-"));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, isDurable: false });
const owner = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
const db = connect(await prepareDatabase(server.url("postgres"), { password: "bench", mayChangePassword: true }));

/** A seller whose requests all belong to one channel and to the last 90 days. */
async function aSeller(name: string, count: number): Promise<{ sellerId: string; channelId: string }> {
  const sellerId = await fillSeller(owner, name, count);
  const [first] = await owner<{ id: string }[]>`select id from channels where seller_id = ${sellerId} limit 1`;
  if (!first) throw new Error("no channel");
  const of = { seller_id: sellerId, channel_id: first.id, version: 1 };
  await owner`update returns set channel_id = ${first.id}, requested_on = current_date - number % 90 where seller_id = ${sellerId}`;
  await owner`insert into policies ${owner({ ...of, id: newId(), effective_from: "2020-01-01", terms: owner.json(terms) })}`;
  await owner`insert into operations ${owner({ ...of, id: newId(), operation: owner.json(operation) })}`;
  return { sellerId, channelId: first.id };
}

async function seconds(database: Db, { sellerId, channelId }: { sellerId: string; channelId: string }) {
  const ctx = {
    db: database,
    sellerId,
    actor: { kind: "person" as const, id: newId(), name: "Bench" },
    now: new Date(),
  };
  const started = await startPreview(ctx, { channelId, terms: kinder });
  if (!started.ok) throw new Error(started.refusal.code);
  const start = performance.now();
  await workOnce(database, "preview", previewWork, new AbortController().signal);
  const spent = (performance.now() - start) / 1000;
  const preview = await withSeller(database, sellerId, (tx) => findPreview(tx, sellerId, started.value.previewId));
  if (preview?.state !== "done" || preview.impact === null) throw new Error("the preview did not end");
  return { spent, ...preview.impact };
}

try {
  const few = await aSeller("Few", SMALL);
  const many = await aSeller("Many", large);
  await owner.unsafe("vacuum analyze");
  const [small, big] = [await seconds(db, few), await seconds(db, many)];
  for (const { judged, changed, spent } of [small, big])
    console.info(`${judged} requests, ${changed} changed: ${spent.toFixed(2)} s`);
  const each = ({ judged, spent }: typeof small) => spent / judged;
  console.info(`a request costs ×${(each(big) / each(small)).toFixed(2)} of what it costs among ${SMALL}`);
} finally {
  await db.end();
  await owner.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
