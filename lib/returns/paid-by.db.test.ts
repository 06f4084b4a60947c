import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { files, messages, returnAddresses, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aReturn, aSeller, inShop, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { readPdf } from "@/db/testing-pdf";
import { newId } from "@/lib/kernel/ids";
import { outboxWork } from "@/lib/messages/leave-outbox";
import type { Actor } from "@/lib/policy/actor";
import { differsFrom } from "@/lib/policy/judging/label-words";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { checkLabels } from "@/lib/printing/check-labels";
import { aShop } from "../imports/testdata/a-shop";
import { NOW as IMPORTED } from "../imports/testdata/made-up-file";
import { renderLabels } from "../labels/render-labels";
import type { MoveRequest } from "./move-request";
import { moveReturns } from "./move-returns";
import { findReturnDetail, listReturnEvents } from "./return-detail";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");
const SHENZHEN = { ...anAddress, city: "Shenzhen", region: "Guangdong", postalCode: "518000", country: "CN" };
const AUTHORIZE = { move: "authorize", address: null, label: { kind: "policy" } } as const satisfies MoveRequest;

type Options = Parameters<typeof aChannel>[2] & { rulesTo?: typeof anAddress };

async function aDesk({ rulesTo, ...options }: Options = {}) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  const ruled = newId();
  if (rulesTo) await inside((tx) => tx.insert(returnAddresses).values({ sellerId, id: ruled, ...rulesTo }));
  const rule = { name: "Abroad", addressId: ruled, categories: [], reasons: [], minMinor: null, maxMinor: null };
  const operation = { ...defaultPolicy.operation, addressRules: rulesTo ? [rule] : [] };
  const channelId = await aChannel(db, seller, { undoSeconds: 0, operation, ...options });
  const actor: Actor = { kind: "person", id: owner.id, name: owner.name };
  return {
    sellerId,
    inside,
    aRequest: async (reason: string) =>
      (await aReturn(db, seller, { channelId, now, reason, buyerName: "Mei Lin", buyerEmail: "mei@mail.net" })).id,
    act: (id: string, request: MoveRequest) => moveReturns({ db, sellerId, actor, now }, { ids: [id], request }),
    decided: async (id: string) => {
      const [row] = await inside((tx) =>
        tx
          .select({ rma: returns.rma, address: returns.address, kind: returns.labelKind, paidBy: returns.labelPaidBy })
          .from(returns)
          .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id))),
      );
      return row;
    },
    mail: async () => {
      await drain(db, "outbox", outboxWork({ appUrl: "https://returns.shop.net", hasServer: true }));
      return inside((tx) => tx.select().from(messages));
    },
  };
}

test.each([
  [
    "S4-12 P-33 to another country the seller, whatever the reason",
    "no_longer_needed",
    SHENZHEN,
    "seller",
    "the cost is the shop’s",
  ],
  ["S4-11 P-33 at home the buyer", "no_longer_needed", anAddress, "buyer", "You pay the carrier."],
  [
    "S4-11 P-33 at home the seller where the fault is theirs",
    "item_defective",
    anAddress,
    "seller",
    "the cost is the shop’s",
  ],
] as const)("%s: in the decision, the history, the mail and on the label", async (_, reason, address, paidBy, said) => {
  const { sellerId, inside, aRequest, act, decided, mail } = await aDesk();
  const id = await aRequest(reason === "item_defective" ? "CR-DEFECTIVE" : "CR-UNWANTED_ITEM");
  await act(id, { ...AUTHORIZE, address });
  expect(await decided(id)).toMatchObject({ kind: "unpaid", paidBy });
  const [event] = await inside((tx) => listReturnEvents(tx, sellerId, id, null));
  expect(event?.data).toMatchObject({ paidBy });
  expect((await mail())[0]?.text).toContain(said);
  const [label] = await readPdf((await renderLabels({ db, sellerId }, { returnIds: [id], parts: ["label"] })).pdf, {
    hasCodes: false,
  });
  expect(label?.text.includes("theshopbearsthecost")).toBe(paidBy === "seller");
});

test("P-33 so for a label that the seller bought, and an undone decision is as it was judged again", async () => {
  const { aRequest, act, decided } = await aDesk({ hasPrepaid: true, undoSeconds: 60 });
  const id = await aRequest("CR-UNWANTED_ITEM");
  const label = { kind: "prepaid", costMinor: 650, currency: "USD", carrier: "UPS", tracking: null } as const;
  await act(id, { ...AUTHORIZE, address: SHENZHEN, label });
  expect(await decided(id)).toMatchObject({ kind: "prepaid", paidBy: "seller" });
  await act(id, { move: "undo" });
  expect(await decided(id)).toEqual({ rma: null, address: null, kind: null, paidBy: null });
});

test.each([
  ["abroad the seller", SHENZHEN, "seller", "The label is paid; you pay nothing."],
  ["at home the buyer", anAddress, "buyer", "The label is paid. Its cost is yours."],
] as const)(
  "P-33 so for a file of the seller's own, %s: decided, told, on the page, in the mail and on paper",
  async (_, address, paidBy, said) => {
    const { sellerId, inside, aRequest, act, decided, mail } = await aDesk();
    const file = { id: newId(), name: "carrier.pdf", mime: "application/pdf", size: 1200, sha256: "0".repeat(64) };
    await inside((tx) => tx.insert(files).values({ ...file, sellerId }));
    const id = await aRequest("CR-UNWANTED_ITEM");
    await act(id, { ...AUTHORIZE, address, label: { kind: "own", fileId: file.id } });
    expect(await decided(id)).toMatchObject({ kind: "own", paidBy });
    const [event] = await inside((tx) => listReturnEvents(tx, sellerId, id, null));
    expect(event?.data).toMatchObject({ labelKind: "own", paidBy });
    expect(await inside((tx) => findReturnDetail(tx, sellerId, id))).toMatchObject({
      labelKind: "own",
      labelPaidBy: paidBy,
      labelFile: { name: "carrier.pdf" },
    });
    const [told] = await mail();
    expect(told?.text).toContain(said);
    expect(told?.attachments).toMatchObject([{ name: "carrier.pdf" }, { kind: "label" }]);
    // The way there is on the seller's own paper; ours is the slip alone, which says nothing else of it.
    const pages = await readPdf(
      (await renderLabels({ db, sellerId }, { returnIds: [id], parts: ["label", "slip"] })).pdf,
      {
        hasCodes: false,
      },
    );
    expect(pages.map(({ text }) => text.startsWith("Packingslip"))).toEqual([true]);
    expect(pages[0]?.text).not.toMatch(/bearsthecost|paidbythesender/);
  },
);

test("P-21 a report's label of another kind than ours differs, of the same kind it does not", async () => {
  const seller = await aSeller(db);
  const shop = aShop(db, seller, await aChannel(db, seller, { mode: "mirrored" }));
  const read = async (labelType: string) => {
    await shop.runRows({ "Return request status": "Pending Authorization", "Label type": labelType });
    const { id } = await shop.onlyReturn();
    const found = await withSeller(db, seller.sellerId, (tx) => findReturnDetail(tx, seller.sellerId, id));
    const said = found?.reported?.labelType;
    if (!found || !said) throw new Error("the report says nothing of a label");
    return { id, differs: differsFrom(found.labelKind ?? found.evaluation.label.kind, said) };
  };
  expect((await read("AmazonPrePaidLabel")).differs).toBe(true);
  const unpaid = await read("AmazonUnPaidLabel");
  expect(unpaid.differs).toBe(false);
  const file = { id: newId(), name: "own.pdf", mime: "application/pdf", size: 1200, sha256: "1".repeat(64) };
  await withSeller(db, seller.sellerId, (tx) => tx.insert(files).values({ ...file, sellerId: seller.sellerId }));
  const own = { ...AUTHORIZE, overrideNote: "seen", label: { kind: "own" as const, fileId: file.id } };
  const act = { sellerId: seller.sellerId, ids: [unpaid.id], request: own, actor: shop.actor, now: IMPORTED };
  expect((await moveReturns({ db, ...act }, act)).refused).toEqual([]);
  const found = await withSeller(db, seller.sellerId, (tx) => findReturnDetail(tx, seller.sellerId, unpaid.id));
  expect(differsFrom(found?.labelKind ?? "unpaid", found?.reported?.labelType ?? "")).toBe(true);
});

test("S1-14 P-33 where a rule of the channel sends it, it goes, and who pays follows", async () => {
  const { aRequest, act, decided } = await aDesk({ rulesTo: SHENZHEN });
  const id = await aRequest("CR-UNWANTED_ITEM");
  await act(id, AUTHORIZE);
  expect(await decided(id)).toMatchObject({ address: { city: "Shenzhen", country: "CN" }, paidBy: "seller" });
});

test("S0-16 S0-20 a free return has the marketplace's label, number and warehouse, and nothing of ours", async () => {
  const { sellerId, aRequest, act, decided, mail } = await aDesk({ programme: "free_return", operation: undefined });
  const id = await aRequest("CR-UNWANTED_ITEM");
  const { moved } = await act(id, { ...AUTHORIZE, address: SHENZHEN, rma: "OURS-1" });
  expect(moved).toEqual([id]);
  expect(await decided(id)).toEqual({ rma: null, address: null, kind: "prepaid", paidBy: "marketplace" });
  const [told] = await mail();
  expect(told?.attachments).toEqual([]);
  expect(told?.text).toContain("The marketplace gives you the return label and its number");
  expect(told?.text).toContain("You pay nothing: the marketplace pays.");
  expect(told?.text).not.toMatch(/RMA|OURS-1|Shenzhen|Depot|charged|\{/);
  const checked = await checkLabels(inShop(db, sellerId), { selection: { mode: "ids", ids: [id] } });
  expect(checked).toMatchObject({ value: { ready: 0, missing: [{ why: "authorized_elsewhere", count: 1 }] } });
});

test("a free return takes the channel's words to buyers in the buyer's language, too", async () => {
  const operation = { ...defaultPolicy.operation, instructions: { en: "Any post office takes it.", de: "Zur Post." } };
  const { inside, aRequest, act, mail } = await aDesk({ programme: "free_return", operation });
  const id = await aRequest("CR-UNWANTED_ITEM");
  await act(id, AUTHORIZE);
  const [row] = await inside((tx) =>
    tx.select({ words: returns.instructions }).from(returns).where(eq(returns.id, id)),
  );
  expect(row).toEqual({ words: "Any post office takes it." });
  expect((await mail())[0]?.text).not.toContain("Zur Post");
});
