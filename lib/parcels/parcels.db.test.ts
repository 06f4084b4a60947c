import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deadlines, events, parcelReturns, parcelScans, parcels, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { aShop as anImportingShop } from "@/lib/imports/testdata/a-shop";
import { NOW } from "@/lib/imports/testdata/made-up-file";
import { undoImport } from "@/lib/imports/undo-import";
import { type Handler, workOnce } from "@/lib/platform/queue/work";
import { fireDeadline } from "@/lib/returns/fire-deadline";
import { moveReturns } from "@/lib/returns/move-returns";
import { announceParcel, correctParcel } from "./announce-parcel";
import { parcelIdOf } from "./announcements";
import { recordScans } from "./record-scans";

const db = await testDb();
const never = new AbortController().signal;
const fire: Handler = (database, { sellerId, id, now }) =>
  fireDeadline({ db: database, sellerId, now }, { deadlineId: id });
const UPS = "1Z5R89390357567127";
const OTHER = "1Z879E930346834440";

/** A managed shop with one request that was authorized. */
async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const actor = { kind: "person" as const, id: seller.owner.id, name: seller.owner.name };
  const ctx = () => ({ db, sellerId, actor, now: new Date() });
  const move = (ids: string[], request: Parameters<typeof moveReturns>[1]["request"]) =>
    moveReturns({ db, sellerId, actor, now: new Date() }, { ids, request });
  const anAwaited = async () => {
    const { id } = await aReturn(db, seller, { channelId });
    await move([id], { move: "authorize", address: null, label: { kind: "unpaid" } });
    return id;
  };
  const announce = (returnId: string, tracking: string, rest: { carrier?: string; isSure?: boolean } = {}) =>
    announceParcel(ctx(), { returnId, tracking, carrier: "UPS", isSure: false, ...rest });
  const scan = (...scans: { tracking: string; at: Date; status: string; place?: string }[]) =>
    recordScans({ ...ctx(), channelId }, { scans });
  const read = <Row>(query: Parameters<typeof withSeller<Row>>[2]) => withSeller(db, sellerId, query);
  const parcel = (tracking: string) =>
    read(async (tx) => {
      const [row] = await tx
        .select()
        .from(parcels)
        .where(eq(parcels.id, parcelIdOf(tracking)));
      return row;
    });
  const travelsUnder = (returnId: string) =>
    read(async (tx) => {
      const rows = await tx
        .select({ tracking: parcels.tracking })
        .from(parcelReturns)
        .innerJoin(parcels, eq(parcels.id, parcelReturns.parcelId))
        .where(eq(parcelReturns.returnId, returnId));
      return rows.map(({ tracking }) => tracking);
    });
  const history = (returnId: string) =>
    read((tx) =>
      tx
        .select({ kind: events.kind, subject: events.subjectKind, to: events.toStatus, data: events.data })
        .from(events)
        .where(eq(events.threadId, returnId))
        .orderBy(events.id),
    );
  const statusOf = (returnId: string) =>
    read(async (tx) => (await tx.select({ s: returns.status }).from(returns).where(eq(returns.id, returnId)))[0]?.s);
  return {
    seller,
    sellerId,
    channelId,
    ctx,
    move,
    anAwaited,
    announce,
    scan,
    read,
    parcel,
    travelsUnder,
    history,
    statusOf,
  };
}

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe("a parcel that is announced", () => {
  it("is one, whoever names its number and however it is written, and carries several returns", async () => {
    const shop = await aShop();
    const [one, two] = [await shop.anAwaited(), await shop.anAwaited()];
    const [first, second] = await Promise.all([shop.announce(one, UPS), shop.announce(two, "1z 5r89 3903 5756 7127")]);
    expect([first, second]).toEqual([{ ok: true, value: { parcelId: parcelIdOf(UPS) } }, first]);
    expect(await shop.read((tx) => tx.$count(parcels))).toBe(1);
    expect(await shop.read((tx) => tx.$count(parcelReturns))).toBe(2);
    expect((await shop.history(one)).at(-1)).toMatchObject({
      kind: "parcel_announced",
      data: { carrier: "UPS", tracking: UPS },
    });
  });

  it("is refused where its number is mistyped, its return awaits none, or is another shop's", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    expect(await shop.announce(id, "1Z5R89390357567128")).toMatchObject({
      refusal: { code: "tracking_wrong", carrier: "UPS", why: "check_digit" },
    });
    expect(await shop.announce(id, "1Z5R89390357567128", { isSure: true })).toMatchObject({ ok: true });
    const { id: undecided } = await aReturn(db, shop.seller, { channelId: shop.channelId });
    expect(await shop.announce(undecided, UPS)).toMatchObject({
      refusal: { code: "wrong_status", status: "authorization_required" },
    });
    const foreign = await (await aShop()).anAwaited();
    expect(await shop.announce(foreign, UPS)).toEqual({ ok: false, refusal: { code: "not_found" } });
    const fixed = { returnId: foreign, parcelId: parcelIdOf(UPS), tracking: OTHER, carrier: "UPS", isSure: false };
    expect(await correctParcel(shop.ctx(), fixed)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });

  it("has its number corrected until its carrier has scanned it", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await shop.announce(id, UPS);
    const correct = (from: string, tracking: string) =>
      correctParcel(shop.ctx(), { returnId: id, parcelId: parcelIdOf(from), tracking, carrier: "UPS", isSure: false });
    expect(await correct(UPS, OTHER)).toEqual({ ok: true, value: { parcelId: parcelIdOf(OTHER) } });
    expect(await shop.travelsUnder(id)).toEqual([OTHER]);
    await shop.scan({ tracking: OTHER, at: ago(2), status: "picked up" });
    expect(await correct(OTHER, UPS)).toEqual({ ok: false, refusal: { code: "parcel_scanned" } });
    expect((await shop.history(id)).slice(-3)).toMatchObject([
      { kind: "parcel_announced" },
      { kind: "parcel_corrected", data: { from: UPS, tracking: OTHER } },
      { kind: "scan", subject: "parcel", to: "on_its_way" },
    ]);
  });

  it("comes with the label that was bought, and goes with the decision that is undone", async () => {
    const shop = await aShop();
    const channelId = await aChannel(db, shop.seller, { hasPrepaid: true });
    const { id } = await aReturn(db, shop.seller, { channelId });
    const label = { kind: "prepaid" as const, carrier: "UPS", tracking: UPS };
    expect((await shop.move([id], { move: "authorize", address: null, label })).moved).toEqual([id]);
    expect(await shop.parcel(UPS)).toMatchObject({ source: "label", status: "announced" });
    await shop.move([id], { move: "undo" });
    expect(await shop.travelsUnder(id)).toEqual([]);
  });
});

describe("scans", () => {
  it("count once, the newest wins in whatever order they come, and unknown words move nothing (P-29)", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await shop.announce(id, UPS);
    const delivered = { tracking: UPS, at: ago(1), status: "Delivered", place: "Leeds" };
    expect(
      await shop.scan(
        delivered,
        { tracking: UPS, at: ago(5), status: "picked up" },
        { tracking: OTHER, at: ago(5), status: "picked up" },
        { tracking: UPS, at: ago(-48), status: "lost" },
      ),
    ).toEqual(["recorded", "recorded", "unknown_parcel", "from_future"]);
    expect(await shop.scan(delivered, { tracking: UPS, at: ago(3), status: "in transit" })).toEqual([
      "known",
      "recorded",
    ]);
    expect(await shop.scan({ tracking: UPS, at: ago(0), status: "Zugestellt?" })).toEqual(["unknown_word"]);
    expect(await shop.parcel(UPS)).toMatchObject({ status: "delivered", scanWord: "Zugestellt?", scanCode: null });
    expect(await shop.read((tx) => tx.$count(parcelScans))).toBe(4);
    expect((await shop.history(id)).filter(({ kind }) => kind === "scan")).toMatchObject([
      { to: "delivered", data: { word: "Delivered", place: "Leeds" } },
    ]);
  });

  it("S1-21 say where the parcel is by the newest that tells it, however many come after that tell nothing of it", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    const depot = { tracking: UPS, at: ago(1), status: "Processed at the depot" };
    const pickedUp = { tracking: UPS, at: ago(5), status: "picked up", place: "Leeds" };
    await shop.announce(id, UPS);
    await shop.scan(pickedUp, depot);
    expect(await shop.parcel(UPS)).toMatchObject({ status: "on_its_way", scanWord: "Processed at the depot" });
    expect((await shop.history(id)).at(-1)).toMatchObject({
      to: "on_its_way",
      data: { word: "picked up", place: "Leeds" },
    });
    await shop.announce(id, OTHER);
    await shop.scan({ ...depot, tracking: OTHER });
    await shop.scan({ ...pickedUp, tracking: OTHER });
    expect(await shop.parcel(OTHER)).toMatchObject({ status: "on_its_way", scanWord: "Processed at the depot" });
    await shop.scan({ tracking: OTHER, at: ago(6), status: "lost" });
    expect(await shop.parcel(OTHER)).toMatchObject({ status: "on_its_way" });
  });

  it("that come twice at once make one move, and those of another channel or shop none", async () => {
    const shop = await aShop();
    const id = await shop.anAwaited();
    await shop.announce(id, UPS);
    const at = ago(2);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => shop.scan({ tracking: UPS, at, status: "in transit" })),
    );
    expect(answers.flat().sort()).toEqual(["known", "known", "known", "recorded"]);
    expect((await shop.history(id)).filter(({ kind }) => kind === "scan")).toHaveLength(1);
    const scans = [{ tracking: UPS, at: ago(1), status: "delivered" }];
    const other = await aShop();
    expect(await recordScans({ ...other.ctx(), channelId: other.channelId }, { scans })).toEqual(["unknown_parcel"]);
    const next = await aChannel(db, shop.seller, {});
    expect(await recordScans({ ...shop.ctx(), channelId: next }, { scans })).toEqual(["unknown_parcel"]);
  });
});

it("S1-21 a return does not lapse while its parcel is on its way, and does once the carrier has lost it", async () => {
  const shop = await aShop();
  const id = await shop.anAwaited();
  await shop.announce(id, UPS);
  await shop.scan({ tracking: UPS, at: ago(48), status: "in transit" });
  await shop.read(async (tx) => {
    await tx
      .update(deadlines)
      .set({ dueAt: ago(1) })
      .where(eq(deadlines.returnId, id));
    await tx
      .update(workItems)
      .set({ dueAt: ago(1) })
      .where(eq(workItems.sellerId, shop.sellerId));
  });
  const doAll = async () => {
    while (await workOnce(db, "deadline", fire, never));
  };
  await doAll();
  expect(await shop.statusOf(id)).toBe("awaiting_return");
  expect((await shop.history(id)).at(-1)).toMatchObject({
    kind: "consequence_refused",
    data: { consequence: "lapse", refusal: { code: "parcel_under_way" } },
  });
  await shop.scan({ tracking: UPS, at: ago(1), status: "lost" });
  await doAll();
  expect(await shop.statusOf(id)).toBe("lapsed");
});

it("S0-16 the number of a marketplace's report is followed, its last word wins, and an import taken back takes it along", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const shop = anImportingShop(db, seller, channelId);
  await shop.runRows({ "Return request status": "Approved", "Tracking ID": UPS, "Return carrier": "UPS" });
  const all = () =>
    withSeller(db, seller.sellerId, (tx) =>
      tx
        .select({ tracking: parcels.tracking, status: parcels.status, carrier: parcels.carrier })
        .from(parcels)
        .innerJoin(parcelReturns, sql`${parcelReturns.parcelId} = ${parcels.id}`),
    );
  expect(await all()).toEqual([{ tracking: UPS, status: "announced", carrier: "UPS" }]);
  await shop.runRows({ "Return request status": "Approved", "Tracking ID": OTHER, "Return carrier": "UPS" });
  expect(await all()).toEqual([{ tracking: OTHER, status: "announced", carrier: "UPS" }]);
  const [last] = await withSeller(db, seller.sellerId, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from imports where seller_id = ${seller.sellerId} order by id desc limit 1`,
    ),
  );
  await undoImport({ db, sellerId: seller.sellerId, actor: shop.actor, now: NOW }, { importId: last?.id ?? "" });
  expect(await all()).toEqual([{ tracking: UPS, status: "announced", carrier: "UPS" }]);
});
