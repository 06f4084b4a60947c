import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { handovers, imports, orders, outbox, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aSeller, testDb } from "@/db/testing";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { checkFiles, importFiles } from "./testdata/import-files";
import { fileOf, NOW as now } from "./testdata/made-up-file";
import { madeUpReport } from "./testdata/made-up-report";

const db = await testDb();
const { operation } = defaultPolicy;
const all = { ...operation, automation: { ...operation.automation, choice: "all" as const } };

const LIST = {
  kind: "returns" as const,
  mapping: {
    columns: { orderNumber: "order", orderedOn: "ordered", requestedOn: "day", status: "state" },
    dateOrder: "ymd" as const,
    decimal: "." as const,
    statuses: {},
  },
};
const ROWS = "A1,2026-07-10,2026-07-19,pending\nA2,2026-07-10,2026-07-19,pending\nA3,2026-07-10,2026-07-19,closed\n";

async function aShop(options: Parameters<typeof aChannel>[2]) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller, options);
  const actor = { kind: "person" as const, ...seller.owner };
  return {
    sellerId,
    channelId,
    actor,
    inputOf: (...contents: string[]) => ({
      sellerId,
      channelId,
      actor,
      now,
      acceptsWarnings: true,
      files: contents.map((content, at) => fileOf(content, `f${at}`, new Date(now.getTime() - 1000 + at))),
    }),
    count: () =>
      withSeller(db, sellerId, async (tx) => ({
        returns: await tx.$count(returns, eq(returns.sellerId, sellerId)),
        authorized: await tx.$count(returns, eq(returns.status, "awaiting_return")),
        messages: await tx.$count(outbox, eq(outbox.kind, "buyer.authorized")),
        handovers: await tx.$count(handovers),
      })),
    effects: async (importId: string) => {
      const [row] = await withSeller(db, sellerId, (tx) => tx.select().from(imports).where(eq(imports.id, importId)));
      return row?.effects;
    },
  };
}

describe("what an import will do by itself", () => {
  it("P-31 is said by its check, which does nothing of it, and is what the import then does", async () => {
    const shop = await aShop({ mode: "managed", operation: all });
    const input = { ...shop.inputOf(`order,ordered,day,state\n${ROWS}`), known: LIST };
    const dry = await checkFiles(db, input);
    const said = { authorized: 2, followed: 0, messages: 0, kept: 2, handovers: 0, undoSeconds: operation.undoSeconds };
    expect(dry).toMatchObject({ value: { effects: said } });
    expect(await shop.count()).toEqual({ returns: 0, authorized: 0, messages: 0, handovers: 0 });
    expect(await withSeller(db, shop.sellerId, (tx) => tx.$count(orders))).toBe(0);
    const done = await importFiles(db, input);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(await shop.count()).toMatchObject({ authorized: 2, messages: 2 });
    expect(await shop.effects(done.value.importId)).toEqual(said);
  });

  it("P-31, P-20 counts over files about one order, and what is then to be done on the marketplace", async () => {
    const automation = { ...all.automation, isOnForMirrored: true };
    const shop = await aShop({ mode: "mirrored", operation: { ...all, automation } });
    const pending = { "Return request status": "Pending Authorization" };
    const more = { ...pending, "Amazon RMA ID": "D2", "Return quantity": "1", "Order Item ID": "7" };
    const input = shop.inputOf(madeUpReport([pending]), madeUpReport([pending, more]));
    const dry = await checkFiles(db, input);
    if (!dry.ok) throw new Error(dry.refusal.code);
    const done = await importFiles(db, input);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(dry.value.effects).toMatchObject({ authorized: 2, messages: 0, handovers: 2 });
    expect(await shop.effects(done.value.importId)).toEqual(dry.value.effects);
    expect(await shop.count()).toMatchObject({ authorized: 2, handovers: 2 });
  });

  it("P-31 counts the known returns that a file moves on, also where nothing is authorized by itself", async () => {
    const shop = await aShop({ mode: "mirrored" });
    const row = (order: string, rma: string, status: string) => ({
      ...{ "Order ID": order, "Amazon RMA ID": rma, "Return request status": status },
    });
    const [one, two, three] = ["111-0000001-0000001", "111-0000002-0000002", "111-0000003-0000003"];
    const first = shop.inputOf(
      madeUpReport([row(one, "D1", "Pending Authorization"), row(two, "D2", "Pending Authorization")]),
    );
    expect(await checkFiles(db, first)).toMatchObject({ value: { effects: { followed: 0, authorized: 0 } } });
    expect(await importFiles(db, first)).toMatchObject({ ok: true });
    const news = [row(one, "D1", "Canceled"), row(two, "D2", "Pending Authorization"), row(three, "D3", "Approved")];
    const later = shop.inputOf(madeUpReport(news));
    expect(await checkFiles(db, later)).toMatchObject({ value: { effects: { followed: 1, authorized: 0 } } });
    const done = await importFiles(db, later);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(await shop.effects(done.value.importId)).toMatchObject({ followed: 1, authorized: 0 });
  });

  it("P-31 is left out where that was chosen", async () => {
    const shop = await aShop({ mode: "managed", operation: all });
    const input = { ...shop.inputOf(`order,ordered,day,state\n${ROWS}`), known: LIST, isWithoutAutomation: true };
    const done = await importFiles(db, input);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(await shop.count()).toEqual({ returns: 3, authorized: 0, messages: 0, handovers: 0 });
    expect(await shop.effects(done.value.importId)).toMatchObject({ authorized: 0, messages: 0 });
  });
});
