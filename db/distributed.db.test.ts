import { describe, expect, it } from "vitest";
import { aChannel, aReturn, aSeller, asOwner, ownerOf, statementsOf, testDb, undistributedOf } from "@/db/testing";
import { preflight } from "@/lib/bulk/preflight";
import { runBulk } from "@/lib/bulk/returns-in-bulk";
import { listChannelAddresses } from "@/lib/channels/address-book";
import { listRequestGroups } from "@/lib/channels/automation-past";
import { countRunning } from "@/lib/channels/channel-clocks";
import { listChannelSettings } from "@/lib/channels/channel-settings";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { deleteDemoAddresses, deleteDemoChannels, deleteDemoReturns } from "@/lib/demo/demo";
import { FORWARDER_TABS, OUTBOUND_LIST, OUTBOUND_TASKS } from "@/lib/forwarder/forwarder";
import { lastHandoverEnds } from "@/lib/handovers/handover-ends";
import { findHandoverNotes } from "@/lib/handovers/handover-notes";
import { HANDOVER_LIST } from "@/lib/handovers/handovers";
import { HANDOVERS } from "@/lib/handovers/shared/handover-list";
import { aShop } from "@/lib/imports/testdata/a-shop";
import { importFiles } from "@/lib/imports/testdata/import-files";
import { NOW } from "@/lib/imports/testdata/made-up-file";
import { madeUpOrders } from "@/lib/imports/testdata/made-up-orders";
import { madeUpReport } from "@/lib/imports/testdata/made-up-report";
import { undoImport } from "@/lib/imports/undo-import";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { findLetterFacts } from "@/lib/messages/messages";
import { listMemberChoices } from "@/lib/messages/notification-preferences";
import { watchWork } from "@/lib/messages/watch";
import { countForDigest, listBecameOverdue } from "@/lib/messages/watched";
import { announceParcel } from "@/lib/parcels/announce-parcel";
import { PARCELS, parcelPage } from "@/lib/parcels/parcels-list";
import { recordScans } from "@/lib/parcels/record-scans";
import { AUDIT, AUDIT_LIST } from "@/lib/platform/audit/audit";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "@/lib/platform/audit/seller-events";
import { deleteUnusedFiles } from "@/lib/platform/files/files";
import { addWork, claimAll, finishWork, postponeWork, renewLease, returnWork } from "@/lib/platform/queue/lease";
import { workOnce } from "@/lib/platform/queue/work";
import { findBuyerReturn } from "@/lib/portal/find-buyer-return";
import { stayAtReturn } from "@/lib/presence/stay-at-return";
import { findRmaSubject } from "@/lib/returns/decision-facts";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { requestReturn } from "@/lib/returns/request-return";
import { findReturnDetail, listReturnEvents } from "@/lib/returns/return-detail";
import { listExported } from "@/lib/returns/returns-export";
import { countMatching, listReturns } from "@/lib/returns/returns-list";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { findDayAside, findShopDay } from "@/lib/returns/today";
import { MEMBER_LIST, MEMBERS } from "@/lib/team/team";
import { rejudgeWork } from "@/lib/terms/rejudge";
import { withSeller } from "./tenant";
import { type RefusedForm, readerOfForms } from "./testing-distributed";
import { violates } from "./write-set";

const db = await testDb();
const never = new AbortController().signal;

const tenantTables = async (): Promise<string[]> =>
  (
    await db.execute<{ name: string }>(
      "select table_name as name from information_schema.columns where column_name = 'seller_id' and table_schema = 'public'",
    )
  ).map(({ name }) => name);

/** What a shop's settings, its hand-overs, its day, its files and its team are read with, and how its demo goes. */
async function readsBeside(sellerId: string, channelId: string, returnIds: readonly string[]): Promise<void> {
  const now = new Date();
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const span = { since, until: now };
  await withSeller(db, sellerId, async (tx) => {
    await MEMBER_LIST.page(tx, { sellerId }, MEMBERS.usual());
    await listMemberChoices(tx, sellerId);
    await SHOP_AUDIT_LIST.page(tx, { sellerId, timeZone: "UTC" }, SHOP_AUDIT.usual());
    await HANDOVER_LIST.page(tx, { sellerId, channelId, without: [] }, HANDOVERS.usual());
    await findHandoverNotes(tx, sellerId, channelId, { since, doneLimit: 10 });
    await lastHandoverEnds(tx, sellerId, returnIds);
    await listChannelSettings(tx, sellerId);
    await listChannelAddresses(tx, sellerId);
    await countRunning(tx, sellerId, channelId);
    await listRequestGroups(tx, sellerId, { channelId, since: "2026-01-01", limit: 10 });
    await findDayAside(tx, sellerId, now);
    await findShopDay(tx, sellerId, now);
    await listBecameOverdue(tx, sellerId, span, 10);
    await countForDigest(tx, sellerId, { ...span, dayEnds: now, messagesSince: since });
    await findRmaSubject(tx, sellerId, returnIds[0] ?? "");
    await listExported(tx, sellerId, { scope: { ids: returnIds }, isOldestFirst: true, after: null, limit: 10 });
    await deleteUnusedFiles(tx, sellerId, since);
    await deleteDemoReturns(tx, sellerId);
    await deleteDemoChannels(tx, sellerId);
    await deleteDemoAddresses(tx, sellerId);
  });
}

/** What a shop sends on its main ways: reports in and taken back, requests, decisions, judging again, work, presence. */
async function mainWays(): Promise<void> {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const amazon = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
  const pending = { "Return request status": "Pending Authorization" };
  await importFiles(db, { ...amazon.inputOf(madeUpReport([pending])), acceptsWarnings: true });
  const known = { kind: "orders" as const, mapping: null };
  await importFiles(db, { ...amazon.inputOf(madeUpOrders([{ "item-price": "30" }])), known, acceptsWarnings: true });
  const later = await importFiles(db, amazon.inputOf(madeUpReport([{}])));
  if (later.ok) await undoImport({ db, sellerId, actor: amazon.actor, now: NOW }, { importId: later.value.importId });

  const channelId = await aChannel(db, seller, { mode: "managed" });
  const shop = aShop(db, seller, channelId);
  const [first, second] = [await aReturn(db, seller, { channelId }), await aReturn(db, seller, { channelId })];
  await shop.decide(first.id, "authorize");
  await shop.decide(second.id, "close");
  const asked = await aReturn(db, seller, { channelId });
  const line = await withSeller(db, sellerId, (tx) =>
    tx.query.orderLines.findFirst({ where: (row, { eq }) => eq(row.orderId, asked.orderId) }),
  );
  const lines = [{ orderLineId: line?.id ?? "", quantity: 1, reason: "DEFECTIVE" }];
  const request = { orderId: asked.orderId, source: "person" as const, lines, buyerComment: null };
  await requestReturn({ db, sellerId, actor: shop.actor, now: NOW }, { ...request });
  await withSeller(db, sellerId, (tx) => queueRejudge(tx, sellerId, channelId));
  await workOnce(db, "rejudge", rejudgeWork, never);
  await stayAtReturn(asOwner(db, seller), { returnId: asked.id, doing: "looking" });
  await stayAtReturn(asOwner(db, seller), { returnId: asked.id, doing: "looking" });

  for (const kind of ["bulk", "import"] as const) {
    await withSeller(db, sellerId, (tx) => addWork(tx, { sellerId, kind, id: asked.id }));
    const [lease] = await claimAll(db, [{ kind, free: 1 }]);
    if (!lease) throw new Error("nothing to claim");
    await renewLease(db, lease);
    await (kind === "bulk" ? returnWork(db, lease, "no") : postponeWork(db, lease, new Date()));
    await finishWork(db, lease);
  }
}

/** What people do there with many returns, their parcels and deadlines, and what the worker then does. */
async function furtherWays(): Promise<void> {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { mode: "managed", undoSeconds: 0 });
  const made = [
    await aReturn(db, seller, { channelId, buyerEmail: "mei@mail.net" }),
    await aReturn(db, seller, { channelId }),
  ];
  const late = await aReturn(db, seller, { channelId, now: new Date(Date.now() - 40 * 86_400_000) });
  const actor = { kind: "person" as const, id: owner.id, name: owner.name };
  const act = { sellerId, actor, now: new Date() };
  const filter = emptyFilter("authorization_required");
  const snapshot = { snapshotAt: new Date(), excludedIds: [] };
  await withSeller(db, sellerId, async (tx) => {
    await listReturns(tx, sellerId, filter, { now: act.now, per: 25 });
    await countMatching(tx, sellerId, filter, snapshot);
  });
  const selection = { mode: "query" as const, filter, snapshotAt: act.now.toISOString(), excludedIds: [late.id] };
  await preflight({ db, ...act }, { selection, request: { move: "authorize", isChannelAddress: true } });
  const key = crypto.randomUUID();
  await runBulk({ db, ...act }, { selection, key, request: { move: "authorize", address: null } });
  const returnId = made[0]?.id ?? "";
  const tracking = "1Z999AA10123456784";
  await announceParcel({ db, ...act }, { returnId, carrier: "", tracking, isSure: true });
  const scans = [{ tracking, at: act.now, status: "in transit" }];
  await recordScans({ db, ...act, channelId }, { scans });
  await workOnce(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }), never);
  await workOnce(db, "watch", watchWork, never);
  await furtherReads(sellerId, returnId);
  await readsBeside(
    sellerId,
    channelId,
    made.map(({ id }) => id),
  );
  await workOnce(
    db,
    "deadline",
    (of, { id, now }) => fireDeadline({ db: of, sellerId, now }, { deadlineId: id }),
    never,
  );
}

/** The pages of one return, the buyer's among them, and the lists beside *Manage Returns*. */
async function furtherReads(sellerId: string, returnId: string): Promise<void> {
  const now = new Date();
  await findBuyerReturn(db, { sellerId, returnId });
  await withSeller(db, sellerId, async (tx) => {
    await findReturnDetail(tx, sellerId, returnId);
    await listReturnEvents(tx, sellerId, returnId, 10);
    await findLetterFacts(tx, sellerId, returnId);
    for (const show of FORWARDER_TABS) await OUTBOUND_LIST.page(tx, { sellerId }, OUTBOUND_TASKS.usual({ show }));
    await AUDIT_LIST.page(tx, { sellerId, timeZone: "UTC" }, AUDIT.usual());
    for (const show of ["announced", "no_tracking"] as const)
      await parcelPage(tx, { sellerId, now }, PARCELS.usual({ show }));
  });
}

describe("what a distributed PostgreSQL is sent", () => {
  it("writes no time of its own, locks one seller's rows, and names the seller by value, on the main ways of a shop", async () => {
    const read = await readerOfForms(await tenantTables());
    const heard = new Set(
      await statementsOf(db, async () => {
        await mainWays();
        await furtherWays();
      }),
    );
    expect(heard.size).toBeGreaterThan(60);
    const refused = [...heard].flatMap((statement) => read(statement).map((form) => ({ form, statement })));
    expect(refused).toEqual([]);
  });

  it("is told with its text when a suite has sent it, and again when the next one sends it", async () => {
    const statement = "update lamps set lit_at = now() where seller_id = $1";
    const told = [{ form: "a function of the moment in what is written", statement }];
    const harmless = "select id from lamps where seller_id = $1 and id in ($1)";
    expect(await undistributedOf([harmless, statement])).toEqual(told);
    expect(await undistributedOf([harmless, statement])).toEqual(told);
  });

  it("meets no policy with a sub-select", async () => {
    const owner = await ownerOf(db);
    const found = await owner<{ name: string }[]>`
      select policyname as name from pg_policies where qual ~* 'select' or with_check ~* 'select'`;
    expect(found).toEqual([]);
  });
});

describe("a number that somebody else has taken", () => {
  const failed = (fields: object) => new Error("Failed query", { cause: { code: "23505", ...fields } });

  it("is known by the index, wherever it is named", () => {
    const text = (name: string) => `duplicate key value violates unique constraint "${name}"`;
    expect(violates(failed({ constraint_name: "returns_rma" }), "returns_rma")).toBe(true);
    expect(violates(failed({ message: text("returns_rma_102954") }), "returns_rma")).toBe(true);
    expect(violates(failed({ message: text("returns_number_102954") }), "returns_rma")).toBe(false);
    expect(violates(failed({ constraint_name: "returns_number", message: text("returns_rma") }), "returns_rma")).toBe(
      false,
    );
    expect(violates(new Error("returns_rma"), "returns_rma")).toBe(false);
  });
});

describe("the parser that looks at them", () => {
  it.each([
    ["update a set due_at = now() where seller_id = $1", "a function of the moment in what is written"],
    ["update a set b = case when c > random() then 1 end", "a function of the moment in what is written"],
    [
      "insert into a (b) values ($1) on conflict (b) do update set c = now()",
      "a function of the moment in what is written",
    ],
    ["delete from a where seller_id = $1 returning now()", "a function of the moment in what is written"],
    ["select id from returns where due_at < now() order by id for update", "rows of several sellers locked"],
    ["select 1 from robots m where m.robot_id = m.robot_id", "a column compared with itself"],
    ['select (select 1 from messages m where m.seller_id = "seller_id") from robots', "a column compared with itself"],
    [
      "select (select max(l.id) from lines l where l.seller_id = returns.seller_id) from returns",
      "a sub-select that asks the outer row for its seller",
    ],
    [
      "with w0 as (update a set b = 1), w1 as (insert into c select b from a) select",
      "a part that reads what another part writes",
    ],
  ] as [string, RefusedForm][])("refuses %s", async (statement, form) => {
    expect((await readerOfForms(["returns"]))(statement)).toEqual([form]);
  });

  it.each([
    "insert into a (b, c) values ($1, now()) on conflict (b) do update set c = excluded.c",
    "select id from returns where seller_id = $1 and due_at < now() order by id for update",
    "select (select max(u.id) from (select l.id from lines l where l.seller_id = $1 union select b.id from b where b.seller_id = $1) u)",
    "select (select max(l.id) from lines l join b on b.seller_id = l.seller_id where l.seller_id = $1) from returns",
    "with w0 as (update a set b = 1 where seller_id = $1), w1 as (insert into c (b) values ($2)) select",
  ])("takes %s", async (statement) => {
    expect((await readerOfForms(["returns"]))(statement)).toEqual([]);
  });
});
