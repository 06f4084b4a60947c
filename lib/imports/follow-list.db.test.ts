import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deadlines, outbox } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { aShop } from "./testdata/a-shop";
import { checkFiles, importFiles } from "./testdata/import-files";
import { NOW as now } from "./testdata/made-up-file";
import { undoImport } from "./undo-import";

const db = await testDb();

const columns = { orderNumber: "order", orderedOn: "ordered", requestedOn: "day" };
const known = (of: Partial<Record<string, string>>) => ({
  kind: "returns" as const,
  mapping: { columns: { ...columns, ...of }, dateOrder: "ymd" as const, decimal: "." as const, statuses: {} },
});

/** A shop of one's own, which Homeward runs; its request comes in by a list, again and again. */
async function aNewShop() {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "managed" }));
  const inputOf = (state: string) => ({
    ...shop.inputOf(`order,ordered,day,state\nA1,2026-07-10,2026-07-19,${state}\n`),
    known: known({ status: "state" }),
    acceptsWarnings: true,
  });
  const list = async (state: string) => {
    const done = await importFiles(db, inputOf(state));
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };
  const clocks = () =>
    withSeller(db, seller.sellerId, async (tx) =>
      (await tx.select().from(deadlines).where(eq(deadlines.state, "open"))).map(({ kind }) => kind),
    );
  const messages = () => withSeller(db, seller.sellerId, (tx) => tx.$count(outbox, eq(outbox.kind, "buyer.closed")));
  return { ...shop, filesOf: shop.inputOf, inputOf, list, clocks, messages };
}

describe("a list of a channel that is run here", () => {
  it.each([
    ["canceled", "withdrawn"],
    ["rejected", "closed"],
    ["completed", "completed"],
    ["on the moon", "unknown"],
    ["", "unknown"],
  ])(
    "P-24, P-29 moves on what was pending where it says “%s” now, writes to nobody, and its undo puts it back",
    async (word, status) => {
      const shop = await aNewShop();
      await shop.list("pending");
      expect(await shop.onlyReturn()).toMatchObject({ status: "authorization_required", nextDueAt: expect.any(Date) });
      const { importId } = await shop.list(word);
      const row = await shop.onlyReturn();
      expect(row).toMatchObject({ status, nextDueAt: null });
      expect(await shop.clocks()).toEqual([]);
      expect(await shop.messages()).toBe(0);
      expect((await shop.eventsOf(row.id)).map(({ kind }) => kind)).toContain("adopt");
      expect((await shop.decide(row.id, "authorize")).refused).toMatchObject([{ refusal: { code: "wrong_status" } }]);
      expect(await undoImport({ db, sellerId: shop.sellerId, actor: shop.actor, now }, { importId })).toMatchObject({
        ok: true,
      });
      expect(await shop.onlyReturn()).toMatchObject({ status: "authorization_required", nextDueAt: expect.any(Date) });
    },
  );

  it("P-24 overrules no decision that was made here, and follows it on", async () => {
    const shop = await aNewShop();
    await shop.list("pending");
    const { id } = await shop.onlyReturn();
    await shop.decide(id, "authorize");
    await shop.list("canceled");
    expect(await shop.onlyReturn()).toMatchObject({ status: "awaiting_return" });
    await shop.list("completed");
    expect(await shop.onlyReturn()).toMatchObject({ status: "completed" });
  });

  it("P-29 takes an empty cell of a status column for no word, with its count; without the column a row is a request", async () => {
    const shop = await aNewShop();
    const dry = await checkFiles(db, shop.inputOf(""));
    expect(dry).toMatchObject({ value: { warnings: [{ code: "unknown_status", value: "", rows: 1, of: 1 }] } });
    await shop.list("");
    const row = await shop.onlyReturn();
    expect(row).toMatchObject({ status: "unknown", reportedStatus: "", tab: null, nextDueAt: null });
    const bare = await aNewShop();
    const requests = bare.filesOf("order,ordered,day\nA1,2026-07-10,2026-07-19\n");
    expect(await importFiles(db, { ...requests, known: known({}) })).toMatchObject({ ok: true });
    expect(await bare.onlyReturn()).toMatchObject({ status: "authorization_required" });
  });
});
