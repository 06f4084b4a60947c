import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { RETURNS_AT_ONCE } from "@/lib/policy/limits";
import { noteReturns } from "./note-returns";
import { listTags, tagReturns, tagsOf } from "./tag-returns";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");

async function aShop() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const ctx = { db, sellerId, actor: { kind: "person" as const, ...seller.owner }, now };
  const request = async () => (await aReturn(db, seller, { channelId, now })).id;
  const tag = (ids: string[], add: string[], remove: string[] = []) =>
    tagReturns(ctx, { selection: { mode: "ids", ids }, add, remove });
  const tagsOn = (id: string) =>
    withSeller(db, sellerId, async (tx) => {
      const [row] = await tx
        .select({ tags: tagsOf(sellerId) })
        .from(returns)
        .where(eq(returns.id, id));
      return row?.tags.map(({ name }) => name);
    });
  const known = () => withSeller(db, sellerId, async (tx) => (await listTags(tx, sellerId)).map(({ name }) => name));
  const eventsOf = (id: string, kind: "tagged" | "note") =>
    withSeller(db, sellerId, (tx) =>
      tx
        .select({ data: events.data })
        .from(events)
        .where(and(eq(events.returnId, id), eq(events.kind, kind)))
        .orderBy(asc(events.id)),
    );
  return { ctx, request, tag, tagsOn, known, eventsOf };
}

describe("tags", () => {
  it("are put on many and taken off again, with one event for each return that changes", async () => {
    const { request, tag, tagsOn, known, eventsOf } = await aShop();
    const [one, two] = [await request(), await request()];
    await tag([one], ["Photo asked"]);
    expect(await tag([one, two], ["photo  asked", "VIP"])).toMatchObject({ ok: true, value: { count: 2 } });
    expect(await tag([one, two], ["vip"])).toMatchObject({ value: { count: 0 } });
    expect(await tagsOn(one)).toEqual(["Photo asked", "VIP"]);
    expect(await tag([one, two], [], ["VIP"])).toMatchObject({ value: { count: 2 } });
    expect(await tagsOn(two)).toEqual(["Photo asked"]);
    expect(await known()).toEqual(["Photo asked", "VIP"]);
    expect(await eventsOf(one, "tagged")).toMatchObject([
      { data: { tagsAdded: ["Photo asked"], tagsRemoved: [] } },
      { data: { tagsAdded: ["VIP"] } },
      { data: { tagsAdded: [], tagsRemoved: ["VIP"] } },
    ]);
  });

  it("two who make and put on the same tag at once: one tag, one event", async () => {
    const { request, tag, tagsOn, known, eventsOf } = await aShop();
    const [id, other] = [await request(), await request()];
    await Promise.all([tag([id], ["Damaged"]), tag([id], ["damaged"]), tag([other], ["DAMAGED"])]);
    expect(await known()).toHaveLength(1);
    expect([await tagsOn(id), await tagsOn(other)]).toEqual([await known(), await known()]);
    expect(await eventsOf(id, "tagged")).toHaveLength(1);
  });

  it("a return bears ten at most; what is refused leaves no trace", async () => {
    const { request, tag, tagsOn, known } = await aShop();
    const id = await request();
    const ten = Array.from({ length: 10 }, (_, index) => `Tag ${index}`);
    await tag([id], ten);
    expect(await tag([id], ["One more"])).toMatchObject({ refusal: { code: "too_many_tags", limit: 10 } });
    expect(await known()).toEqual(ten);
    expect(await tag([id], ["One more"], ["Tag 0"])).toMatchObject({ ok: true });
    expect(await tagsOn(id)).toHaveLength(10);
  });

  it("a shop knows so many tags and no more", async () => {
    const { request, tag, known } = await aShop();
    for (let part = 0; part < 20; part += 1)
      await tag(
        [await request()],
        Array.from({ length: 10 }, (_, index) => `Tag ${part} ${index}`),
      );
    const answer = await tag([await request()], ["Another"]);
    expect(answer).toMatchObject({ refusal: { code: "too_many_tags_of_shop", limit: 200 } });
    expect(await known()).toHaveLength(200);
  });

  it("another seller's returns are not found, and its tags are its own", async () => {
    const [own, other] = [await aShop(), await aShop()];
    const id = await other.request();
    await other.tag([id], ["Theirs"]);
    expect(await own.tag([id], ["Mine"], ["Theirs"])).toMatchObject({ refusal: { code: "not_found" } });
    expect([await own.known(), await other.tagsOn(id)]).toEqual([[], ["Theirs"]]);
  });
});

describe("a note", () => {
  it("is left on each of many returns, and on none of another seller's", async () => {
    const [own, other] = [await aShop(), await aShop()];
    const [one, two, theirs] = [await own.request(), await own.request(), await other.request()];
    const leave = (ids: string[]) =>
      noteReturns(own.ctx, { selection: { mode: "ids", ids }, text: "Asked for photos." });
    expect(await leave([one, two, theirs])).toMatchObject({ ok: true, value: { count: 2 } });
    for (const id of [one, two])
      expect(await own.eventsOf(id, "note")).toMatchObject([{ data: { text: "Asked for photos." } }]);
    expect(await other.eventsOf(theirs, "note")).toEqual([]);
    expect(await leave([theirs])).toMatchObject({ refusal: { code: "not_found" } });
    const many = Array.from({ length: RETURNS_AT_ONCE + 1 }, newId);
    expect(await leave(many)).toMatchObject({ refusal: { code: "too_many_at_once", limit: RETURNS_AT_ONCE } });
  });
});
