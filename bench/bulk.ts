import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { connect } from "../db/client";
import { startEmbedded } from "../db/embedded";
import { prepareDatabase } from "../db/prepare";
import { orderLines, orders, sellers } from "../db/schema";
import { demoChannels } from "../db/seed/channels";
import { placeChannels } from "../db/seed/demo";
import { withSeller } from "../db/tenant";
import { preflightRefunds } from "../lib/bulk/refund-preflight";
import { refundMany } from "../lib/bulk/refunds-in-bulk";
import { runBulk } from "../lib/bulk/returns-in-bulk";
import { listChannelRules } from "../lib/channels/channel-rules";
import { judgedOne, judgeOrders } from "../lib/judging/judge-orders";
import { startingDeadlines } from "../lib/judging/starting-deadlines";
import { newId } from "../lib/kernel/ids";
import { type Actor, product } from "../lib/policy/actor";
import { AWAITED, RECEIVED } from "../lib/policy/machines/return/statuses";
import { insertReturns } from "../lib/returns/insert-returns";
import { moveReturns } from "../lib/returns/move-returns";

/**
 * `npm run bench:bulk`: 1,000 returns authorized as one bulk act, against 100 authorized one by one, on a durable
 * database, then the same 1,000 refunded. It prints milliseconds a return and ratios; those travel between machines.
 */
const MANY = 1000;
const SINGLY = 100;

const dataDir = mkdtempSync(join(tmpdir(), "homeward-bench-"));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir });
const owner = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
const db = connect(await prepareDatabase(server.url("postgres"), { password: "bench", mayChangePassword: true }));
try {
  const sellerId = newId();
  const ids = await placeRequests(sellerId, MANY + SINGLY);
  await owner.unsafe("vacuum analyze");
  const actor = { kind: "person" as const, id: newId(), name: "Bench" };
  await owner`insert into users (id, email, name, password_hash) values (${actor.id}, 'bench@example.test', ${actor.name}, '')`;
  await owner`insert into memberships (seller_id, user_id, role) values (${sellerId}, ${actor.id}, 'owner')`;
  const overrideNote = "bench";

  const startedOne = performance.now();
  for (const id of ids.slice(0, SINGLY)) {
    const request = { move: "authorize" as const, address: null, label: { kind: "policy" as const }, overrideNote };
    await moveReturns({ db, sellerId, actor, now: new Date() }, { ids: [id], request });
  }
  const each = (performance.now() - startedOne) / SINGLY;

  const startedMany = performance.now();
  const bulkAct = await runBulk(
    { db, sellerId, actor, now: new Date() },
    {
      key: newId(),
      selection: { mode: "ids", ids: ids.slice(SINGLY) },
      request: { move: "authorize", address: null, overrideNote },
    },
  );
  const total = performance.now() - startedMany;
  const [outcome] = await owner`
    select count(*) filter (where outcome = 'moved')::int as moved, count(*) filter (where outcome = 'refused')::int as refused
    from bulk_items where seller_id = ${sellerId}`;
  const count = bulkAct.ok ? bulkAct.value.total : 0;
  console.info(`one by one  ${each.toFixed(2)} ms a return`);
  console.info(
    `as one bulkAct  ${(total / count).toFixed(2)} ms a return, ${total.toFixed(0)} ms for ${count}`,
    outcome,
  );
  console.info(`ratio       ×${(each / (total / count)).toFixed(1)}`);
  await benchRefunds({ sellerId, actor }, ids.slice(SINGLY), total);
} finally {
  await db.end();
  await owner.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The same returns, come and paid, refunded as one act, beside their authorization. */
async function benchRefunds(who: { sellerId: string; actor: Actor }, ids: readonly string[], authorized: number) {
  const { sellerId } = who;
  await withSeller(db, sellerId, async (tx) => {
    await tx.execute(sql`update orders set paid_minor = 100000 where seller_id = ${sellerId}`);
    await tx.execute(
      sql`update returns set status = ${RECEIVED} where seller_id = ${sellerId} and status = ${AWAITED}`,
    );
    await tx.execute(sql`insert into received_units (seller_id, id, return_id, line_id, condition, disposition, from_status, received_at)
      select l.seller_id, gen_random_uuid(), l.return_id, l.id, 'new', 'restock', ${AWAITED}, now() from return_lines l where l.seller_id = ${sellerId}`);
  });
  await owner.unsafe("vacuum analyze");
  const ctx = { db, ...who, now: new Date() };
  const selection = { mode: "ids" as const, ids: [...ids] };
  const startedPlan = performance.now();
  const plan = await preflightRefunds(ctx, { selection });
  if (!plan.ok || !plan.value.of) throw new Error("nothing to refund");
  const planned = performance.now() - startedPlan;
  const { amounts, of } = plan.value;
  const started = performance.now();
  await refundMany(ctx, {
    key: newId(),
    intent: newId(),
    selection,
    amounts,
    channelId: of.channelId,
    currency: of.currency,
  });
  const total = performance.now() - started;
  console.info(
    `refunds     ${total.toFixed(0)} ms for ${plan.value.ready.count}, looked at in ${planned.toFixed(0)} ms`,
  );
  console.info(`refunds     ×${(total / authorized).toFixed(1)} of authorizing as many`);
}

/** So many pending requests of a managed channel, judged and clocked as if they had just come in. */
async function placeRequests(sellerId: string, count: number): Promise<string[]> {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  return withSeller(db, sellerId, async (tx) => {
    await tx.insert(sellers).values({ id: sellerId, name: "Bulk" });
    const own = demoChannels(today).filter(({ code }) => code === "own-shop");
    await placeChannels(tx, sellerId, own, now);
    const [channel] = await listChannelRules(tx, sellerId);
    if (!channel) throw new Error("no channel");
    const placed = Array.from({ length: count }, (_, n) => ({
      id: newId(),
      orderId: newId(),
      lineId: newId(),
      number: `SH-${n}`,
    }));
    const order = { orderedOn: today, deliveredOn: today, promisedOn: null };
    const item = { sku: "KIT-70", category: "Kitchen", quantity: 1, amountMinor: 3450 };
    const base = { sellerId, channelId: channel.id, currency: "USD" };
    await tx.insert(orders).values(placed.map(({ orderId, number }) => ({ ...base, ...order, id: orderId, number })));
    await tx
      .insert(orderLines)
      .values(placed.map(({ orderId, lineId }) => ({ sellerId, id: lineId, orderId, title: "Café Press", ...item })));
    const status = "authorization_required" as const;
    const requests = placed.map(({ id, orderId, lineId }) => {
      const lines = [{ orderLineId: lineId, reason: "DEFECTIVE", quantity: 1 }];
      return { id, orderId, status, requestedOn: today, requestedAt: now, reported: null, lines };
    });
    const judged = await judgeOrders(tx, { sellerId, channel, now }, [], requests);
    await insertReturns(
      tx,
      sellerId,
      placed.map(({ id, orderId, lineId, number }) => {
        const { evaluation, valueMinor, facts } = judgedOne(judged, id);
        return {
          ...base,
          id,
          orderId,
          orderNumber: number,
          buyerName: null,
          channelRma: null,
          source: "portal" as const,
          status,
          requestedOn: today,
          requestedAt: now,
          evaluation,
          valueMinor,
          buyerComment: null,
          reportedStatus: null,
          reported: null,
          isManaged: true,
          isAnnounced: false,
          isDisputed: false,
          lines: [
            {
              orderLineId: lineId,
              sku: item.sku,
              asin: null,
              reason: "DEFECTIVE",
              quantity: 1,
              reportedRefundedMinor: null,
            },
          ],
          deadlines: startingDeadlines(channel, facts, { evaluation, status, isImported: false }, now),
          data: {},
        };
      }),
      { actor: product("rules"), now },
    );
    return placed.map(({ id }) => id);
  });
}
