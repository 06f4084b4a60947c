import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { orderLines, orders, returnLines, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { addDays } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { outboxWork } from "@/lib/messages/leave-outbox";
import type { Handler } from "@/lib/platform/queue/work";
import type { Actor } from "@/lib/policy/actor";
import type { SCAN_CODES } from "@/lib/policy/machines/parcel/statuses";
import { moveOne } from "@/lib/returns/decide-return";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { requestReturn } from "@/lib/returns/request-return";

export const UNDO_SECONDS = 3600;
/** Units that were asked back of each line of a return. */
const ASKED = [2, 1];
export const NUMBERS = ["1Z5R89390357567127", "1Z879E930346834440", "9400111899223817428490"] as const;

type Row<Fields> = Fields & { id: string };
type OfReturn = { returnId: string };
/** All that the shop holds of its returns, as the database has it. Instants are ISO texts. */
export type Seen = {
  returns: Row<{ status: string; mode: string; version: number; nextDueAt: string | null }>[];
  lines: Row<OfReturn & { quantity: number; closed: number }>[];
  units: Row<OfReturn & { lineId: string | null; parcelId: string | null; isTakenBack: boolean }>[];
  clocks: Row<
    OfReturn & { kind: string; state: string; dueAt: string; closedAt: string | null; consequence: string }
  >[];
  events: Row<
    OfReturn & { kind: string; fromStatus: string | null; toStatus: string | null; unitIds: string[] | null }
  >[];
  outbox: Row<{ returnId: string | null; eventId: string | null; kind: string; state: string }>[];
  parcels: Row<{ tracking: string; status: string }>[];
  carried: { parcelId: string; returnId: string }[];
  work: Row<{ kind: string; dueAt: string; lastError: string | null }>[];
};

const rows = (query: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(x), '[]') from (${query}) x)`;

export type Scan = { at: number; code: (typeof SCAN_CODES)[number] | null };
/** What was done so far, as those who did it know it. */
export class Told {
  /** Units that are in, by their id. */
  readonly units = new Map<string, { returnId: string; lineId: string | null; parcelId: string | null }>();
  /** The carriers' scans, by parcel. */
  readonly scans = new Map<string, Scan[]>();
  /** Moves that were taken back, by their event. */
  readonly undone = new Set<string>();
}

export type Ask = { returnId: string; lineIds: readonly string[]; channelId: string };

/**
 * A shop with a channel of each kind that Homeward acts on, whose clock is put forward and back. It is never behind the
 * database's, so that nothing is due to the queue that is not due here.
 */
export async function aWorld(db: Db) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const settings = { undoSeconds: UNDO_SECONDS };
  const channels = [
    await aChannel(db, seller, settings),
    await aChannel(db, seller, { ...settings, hasPrepaid: true }),
    await aChannel(db, seller, { ...settings, programme: "free_return" }),
  ];
  const person: Actor = { kind: "person", id: owner.id, name: owner.name };
  const buyer: Actor = { kind: "buyer", id: null, name: "Mei Lin" };
  const asks: Ask[] = [];
  const told = new Told();
  const begun = Date.now();
  let ahead = 60_000;
  const now = () => new Date(begun + ahead);
  const ctx = (actor: Actor = person) => ({ db, sellerId, actor, now: now() });

  const request = async (place: number): Promise<string> => {
    const channelId = channels[place % channels.length] ?? "";
    const orderId = newId();
    const lines = ASKED.map((quantity) => ({ id: newId(), quantity }));
    const today = now().toISOString().slice(0, 10);
    await withSeller(db, sellerId, async (tx) => {
      const days = { orderedOn: addDays(today, -6), deliveredOn: addDays(today, -2) };
      await tx.insert(orders).values({ sellerId, id: orderId, channelId, number: orderId, currency: "USD", ...days });
      const item = { sellerId, orderId, title: "Mug", sku: "SKU-1", amountMinor: 4290 };
      await tx.insert(orderLines).values(lines.map((line) => ({ ...item, ...line })));
    });
    const asked = lines.map(({ id, quantity }) => ({ orderLineId: id, quantity, reason: "UNWANTED_ITEM" }));
    const what = { orderId, source: "portal" as const, lines: asked, buyerComment: null };
    const answer = await requestReturn(ctx(buyer), what);
    if (!answer.ok) throw new Error(answer.refusal.code);
    const returnId = answer.value.id;
    const kept = await withSeller(db, sellerId, (tx) =>
      tx
        .select({ id: returnLines.id })
        .from(returnLines)
        .where(eq(returnLines.returnId, returnId))
        .orderBy(returnLines.position),
    );
    asks.push({ returnId, channelId, lineIds: kept.map(({ id }) => id) });
    return returnId;
  };

  const look = (): Promise<Seen> =>
    withSeller(db, sellerId, async (tx) => {
      const [seen] = await tx.execute<Seen>(sql`select
        ${rows(sql`select r.id, r.status, r.version, r.next_due_at as "nextDueAt", c.mode from returns r
          join channels c on c.seller_id = r.seller_id and c.id = r.channel_id order by r.id`)} as returns,
        ${rows(sql`select id, return_id as "returnId", quantity, closed_quantity as closed from return_lines order by id`)} as lines,
        ${rows(sql`select id, return_id as "returnId", line_id as "lineId", parcel_id as "parcelId",
          taken_back_at is not null as "isTakenBack" from received_units order by id`)} as units,
        ${rows(sql`select id, return_id as "returnId", kind, state, due_at as "dueAt", closed_at as "closedAt", consequence
          from deadlines order by id`)} as clocks,
        ${rows(sql`select id, return_id as "returnId", kind, from_status as "fromStatus", to_status as "toStatus",
          (select json_agg(u->>'id') from jsonb_array_elements(effects) e, jsonb_array_elements(e->'units') u
            where e->>'kind' = 'checksIn') as "unitIds"
          from events where return_id is not null order by id`)} as events,
        ${rows(sql`select id, return_id as "returnId", event_id as "eventId", kind, state from outbox order by id`)} as outbox,
        ${rows(sql`select id, tracking, status from parcels order by id`)} as parcels,
        ${rows(sql`select parcel_id as "parcelId", return_id as "returnId" from parcel_returns order by 1, 2`)} as carried,
        ${rows(sql`select id, kind, due_at as "dueAt", last_error as "lastError" from work_items
          where seller_id = ${sellerId} and kind in ('deadline', 'outbox') order by kind, id`)} as work`);
      if (!seen) throw new Error("a look that shows nothing");
      return seen;
    });

  /** The queue goes by the database's clock: what is due here is long due there. */
  const hurry = async (): Promise<number> => {
    const due = await db
      .update(workItems)
      .set({ dueAt: sql`due_at - interval '3000 days'` })
      .where(and(eq(workItems.sellerId, sellerId), sql`due_at <= ${now().toISOString()}::timestamptz`, IS_OURS))
      .returning({ id: workItems.id });
    return due.length;
  };
  const fire: Handler = (at, { sellerId: of, id }) =>
    fireDeadline({ db: at, sellerId: of, now: now() }, { deadlineId: id });
  const leave = outboxWork({ appUrl: "https://returns.pine.net", hasServer: false });
  /** What the worker does when it comes by. */
  const sweep = async (): Promise<void> => {
    for (let round = 0; (await hurry()) > 0; round++) {
      if (round > 9) throw new Error("work that is due again and again");
      await drain(db, "deadline", fire);
      await drain(db, "outbox", (at, work) => leave(at, { ...work, now: now() }));
    }
  };
  const pass = (ms: number): void => {
    ahead = Math.max(60_000, ahead + ms);
  };
  /** Two returns that are awaited, one of them with a label that was bought, and one that nobody has answered. */
  const begin = async () => {
    for (const place of [0, 1, 2]) await request(place);
    const [plain = "", bought = ""] = asks.map(({ returnId }) => returnId);
    const authorize = { move: "authorize", address: null, overrideNote: "Looked at." } as const;
    await moveOne(ctx(), { returnId: plain, ...authorize, label: { kind: "unpaid" } });
    await moveOne(ctx(), {
      returnId: bought,
      ...authorize,
      label: { kind: "prepaid", carrier: "UPS", tracking: NUMBERS[0] },
    });
    return look();
  };
  /** No later world does what was left to do in this one. */
  const end = () => db.delete(workItems).where(eq(workItems.sellerId, sellerId));
  return { db, sellerId, asks, told, person, buyer, now, ctx, request, look, sweep, pass, begin, end };
}

const IS_OURS = sql`kind in ('deadline', 'outbox')`;
export type World = Awaited<ReturnType<typeof aWorld>>;
