import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { mergedReasons, openReasons, type ReasonKind } from "@/lib/policy/judging/own-reasons";
import { findReturnDetail } from "@/lib/returns/return-detail";
import { closeReturn } from "../returns/decide-return";
import { findDecisionOptions } from "../returns/decision-options";
import { requestByHand } from "../returns/request-by-hand";
import { addReason, moveReason, retireReason, saveReason } from "./keep-reasons";
import type { NewReason } from "./reason-input";
import { labelsOf } from "./reason-labels";
import { listReasons } from "./reasons";
import { seenReason } from "./seen-reason";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-10T18:00:00Z");
const goodwill: NewReason = {
  kind: "close",
  code: "goodwill",
  labels: { en: "Goodwill refund", "zh-CN": "善意退款" },
  isBuyerVisible: true,
  fault: null,
  needsPhoto: false,
  needsComment: false,
  carriesRefund: true,
};
const scratched: NewReason = {
  ...goodwill,
  kind: "return",
  code: "",
  labels: { en: "Scratched lens", "zh-CN": "镜片划痕" },
  fault: "seller",
  carriesRefund: false,
};
const who = ({ sellerId, owner }: TestSeller) => ({ db, sellerId, actor: member(owner.id), now: NOW });
const actorOf = ({ sellerId, owner }: TestSeller) => ({
  db,
  sellerId,
  actor: { kind: "person" as const, ...owner },
  now: NOW,
});
const merged = ({ sellerId }: TestSeller, kind: ReasonKind) =>
  withSeller(db, sellerId, async (tx) => mergedReasons(await listReasons(tx, sellerId), kind));
const open = ({ sellerId }: TestSeller, kind: ReasonKind) =>
  withSeller(db, sellerId, async (tx) => openReasons(await listReasons(tx, sellerId), kind));
const find = ({ sellerId }: TestSeller, id: string) =>
  withSeller(db, sellerId, (tx) => findReturnDetail(tx, sellerId, id));
async function aRequest(seller: TestSeller) {
  return aReturn(db, seller, { channelId: await aChannel(db, seller), now: NOW });
}
const queued = ({ sellerId }: TestSeller) =>
  withSeller(db, sellerId, (tx) =>
    tx.query.workItems.findMany({
      where: (item, { and, eq }) => and(eq(item.sellerId, sellerId), eq(item.kind, "rejudge")),
    }),
  );

describe("close reasons of a seller's own", () => {
  it("S2-03 close with their own refund and comment, and keep the name of their day", async () => {
    const seller = await aSeller(db);
    await addReason(who(seller), goodwill);
    const { id } = await aRequest(seller);
    const closed = await closeReturn(actorOf(seller), { returnId: id, reason: "goodwill", comment: "", note: "" });
    expect(closed).toMatchObject({ ok: true });
    const [reason] = (await merged(seller, "close")).filter(({ code }) => code === "goodwill");
    const seen = seenReason({ ...goodwill });
    const renamed = { ...goodwill, labels: { en: "Kindness", "zh-CN": "关怀" }, seen };
    expect(await saveReason(who(seller), renamed)).toEqual({ ok: true, value: null });
    expect(reason).toMatchObject({ carriesRefund: true, needsComment: false });
    const item = await find(seller, id);
    expect(item).toMatchObject({ closeReason: "goodwill", closeReasonLabels: goodwill.labels });
    expect(item?.refunds).toMatchObject([{ state: "intended" }]);
  });

  it("S2-06 a retired reason cannot be chosen, and is offered again once brought back", async () => {
    const seller = await aSeller(db);
    await addReason(who(seller), goodwill);
    const { id } = await aRequest(seller);
    const retire = (isRetired: boolean) => retireReason(who(seller), { kind: "close", code: "goodwill", isRetired });
    const offered = async () =>
      (await findDecisionOptions(actorOf(seller), { ...actorOf(seller), returnId: id }))?.closeReasons.map(
        ({ code }) => code,
      );
    await retire(true);
    expect(await offered()).not.toContain("goodwill");
    const form = { returnId: id, reason: "goodwill", comment: "", note: "" };
    expect(await closeReturn(actorOf(seller), form)).toEqual({ ok: false, refusal: { code: "reason_retired" } });
    await retire(false);
    expect(await offered()).toContain("goodwill");
  });

  it("S2-06 the server asks for the comment that a reason needs, whatever the dialog saw", async () => {
    const seller = await aSeller(db);
    await addReason(who(seller), { ...goodwill, needsComment: true });
    const { id } = await aRequest(seller);
    const form = { returnId: id, reason: "goodwill", comment: "", note: "" };
    expect(await closeReturn(actorOf(seller), form)).toMatchObject({
      refusal: { fields: { comment: ["required"] } },
    });
    expect(await closeReturn(actorOf(seller), { ...form, reason: "nobody_knows" })).toMatchObject({
      refusal: { fields: { reason: ["invalid"] } },
    });
  });
});

describe("return reasons of a seller's own", () => {
  it("P-07 P-26 are chosen for a request, named as on their day, and judge undecided returns again", async () => {
    const seller = await aSeller(db);
    const channelId = await aChannel(db, seller);
    expect(await addReason(who(seller), scratched)).toEqual({ ok: true, value: { code: "SCRATCHED_LENS" } });
    expect(await queued(seller)).toHaveLength(1);
    const id = newId();
    const asked = await requestByHand(actorOf(seller), {
      id,
      channelId,
      orderNumber: "O-1",
      order: {
        kind: "new",
        orderedOn: "2026-03-01",
        deliveredOn: "2026-03-05",
        buyerName: "",
        buyerEmail: "",
        buyerLocale: "en",
        items: [{ title: "Lens", sku: "", category: "", ordered: 1, price: "", quantity: 1, reason: "SCRATCHED_LENS" }],
      },
      requestedOn: "2026-03-10",
      buyerComment: "",
    });
    expect(asked).toEqual({ ok: true, value: { id } });
    const item = await find(seller, id);
    expect(item?.lines).toMatchObject([{ reason: "SCRATCHED_LENS", reasonLabels: scratched.labels }]);
    const reasons = item?.evaluation.lines[0]?.reasons ?? [];
    expect(reasons.find(({ rule }) => rule === "reason_and_fault")).toMatchObject({ fault: "seller" });
  });
});

it("one of ours is renamed and moved by a row with its code, and stays what it is", async () => {
  const seller = await aSeller(db);
  const [first, second] = await merged(seller, "close");
  if (!first || !second) throw new Error("no reasons");
  await moveReason(who(seller), { kind: "close", code: first.code, by: 1 });
  const moved = await merged(seller, "close");
  expect(moved.slice(0, 2).map(({ code }) => code)).toEqual([second.code, first.code]);
  expect(moved[1]).toMatchObject({ isBuiltIn: true, labels: labelsOf(first), needsComment: true });
});

it("of two who rename at once one wins, and the same reason added twice is refused at its code", async () => {
  const seller = await aSeller(db);
  const added = await Promise.all([addReason(who(seller), goodwill), addReason(who(seller), goodwill)]);
  expect(added.filter(({ ok }) => ok)).toHaveLength(1);
  expect(added.find(({ ok }) => !ok)).toMatchObject({ refusal: { fields: { code: ["code_taken"] } } });
  const rename = (en: string) =>
    saveReason(who(seller), { ...goodwill, labels: { en, "zh-CN": en }, seen: seenReason(goodwill) });
  const answers = await Promise.all([rename("One"), rename("Two")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "changed_since" } });
});

it("another seller's reason is not found", async () => {
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  await addReason(who(seller), goodwill);
  const notFound = { ok: false, refusal: { code: "not_found" } };
  const named = { kind: "close" as const, code: "goodwill" };
  expect(await saveReason(who(other), { ...goodwill, seen: seenReason(goodwill) })).toEqual(notFound);
  expect(await retireReason(who(other), { ...named, isRetired: true })).toEqual(notFound);
  expect(await moveReason(who(other), { ...named, by: 1 })).toEqual(notFound);
  expect((await open(other, "close")).map(({ code }) => code)).not.toContain("goodwill");
});
