import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { channels, messages, orders, outbox } from "@/db/schema";
import { testDb } from "@/db/testing";
import { aMailSink, drain } from "@/db/testing-mail";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { mailServer } from "@/lib/messages/mail-server";
import { saveTemplate } from "@/lib/messages/save-template";
import { mailWork } from "@/lib/messages/send-message";
import { makeRefund } from "./make-refund";
import { failRefund, tickRefund } from "./move-refund";
import { previewRefund } from "./refund-preview";
import { aTill } from "./refund-testing";

const db = await testDb();
const sink = await aMailSink();
const dataDir = await mkdtemp(join(tmpdir(), "homeward-refunds-"));
const server = mailServer(sink.url, "returns@pine.net");
afterAll(async () => {
  server.close();
  await sink.leave();
  await rm(dataDir, { recursive: true });
});
beforeEach(() => {
  sink.taken.length = 0;
});

/** All that waits leaves, and is handed to the mail server. */
async function leave() {
  await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }));
  await drain(db, "mail", mailWork({ server, dataDir, linkSecret: "a key for links in tests" }));
}
const mailed = () => sink.taken.flatMap(({ mail }) => (mail.subject?.includes("refund") ? [mail] : []));

/** What came back used of an order by Mei, with USD 40 of its 42.90 given back and a dollar on top. */
async function aUsed(buyerLocale = "en", mode: "managed" | "mirrored" = "managed") {
  const till = await aTill(db);
  const item = await till.aReceived(1, "used");
  await till.read((tx) => tx.update(channels).set({ name: "Pine & Co", timeZone: "UTC", mode }));
  const buyer = { buyerName: "Mei", buyerEmail: "mei@mail.net", buyerLocale };
  await till.read((tx) => tx.update(orders).set(buyer).where(eq(orders.id, item.orderId)));
  const units = [{ returnLineId: item.lineId, condition: "used" as const, quantity: 1, given: "40.00" }];
  const input = till.asked(item, 4100, { units, concession: "1.00" });
  const ctx = till.ctx(new Date("2026-11-20T10:00:00Z"));
  const make = async (rest: Partial<typeof input> = {}) => {
    const made = await makeRefund(ctx, { ...input, ...rest });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.refundId;
  };
  return { till, item, input, ctx, make, tick: (refundId: string) => tickRefund(ctx, { refundId, reference: "" }) };
}

describe("what the buyer is written of a refund", () => {
  it("P-06 names the amount, each deduction, what is kept, the day and the tender, once the money has left", async () => {
    const { make, tick, input, ctx } = await aUsed();
    const preview = await previewRefund(ctx, input);
    const refundId = await make();
    await leave();
    expect(mailed()).toEqual([]);
    await tick(refundId);
    await leave();
    const [mail, ...others] = mailed();
    expect(others).toEqual([]);
    expect(mail?.to).toMatchObject([{ address: "mei@mail.net" }]);
    expect(mail?.subject).toMatch(/^Your refund of US\$41\.00 for order /);
    const text = mail?.text ?? "";
    expect(text).toMatch(/Your refund of US\$41\.00 for .* was made on Nov 20, 2026\./);
    for (const row of [
      / × 1: US\$42\.90$/m,
      /^Used: 6% of the price kept: -US\$2\.90$/m,
      /^Given on top: US\$1\.00$/m,
      /^Refund: US\$41\.00$/m,
      /^Kept in all: US\$2\.90$/m,
      /^Refunded on: Nov 20, 2026$/m,
      /^Refunded to: The way you paid · US\$41\.00$/m,
    ])
      expect(text).toMatch(row);
    // What was shown before it was made is what was sent.
    expect(preview).toMatchObject({ ok: true, value: { mail: { subject: mail?.subject, to: "mei@mail.net" } } });
    const words = (said = "") =>
      said
        .replace(/^See your return: .*$/m, "")
        .replace(/\s+/g, " ")
        .trim();
    expect(words(text)).toBe(preview.ok ? words(preview.value.mail?.text) : "refused");
  });

  it("stands in the buyer's language and in the seller's own words", async () => {
    const { till, ctx, make, tick } = await aUsed("zh-CN");
    const own = { kind: "buyer.refunded" as const, locale: "zh-CN", reason: "", seen: 0 };
    const written = { subject: "refund {refundAmount}", body: "{buyerName}：{refundedOn} 已退 {refundAmount}" };
    expect(await saveTemplate(ctx, { ...own, ...written })).toMatchObject({ ok: true });
    await tick(await make());
    await leave();
    const [mail] = mailed();
    expect(mail?.subject).toBe("refund US$41.00");
    expect(mail?.text).toContain("Mei：2026年11月20日 已退 US$41.00");
    expect(mail?.text).toContain("用过：扣除价格的 6%");
    expect(await till.read((tx) => tx.select({ kind: messages.kind }).from(messages))).toContainEqual({
      kind: "buyer.refunded",
    });
  });

  it("P-19 is nothing where the marketplace tells its buyers, before and after", async () => {
    const { till, ctx, input, make, tick } = await aUsed("en", "mirrored");
    expect(await previewRefund(ctx, input)).toEqual({ ok: true, value: { mail: null } });
    await tick(await make());
    const told = await till.read((tx) => tx.select().from(outbox).where(eq(outbox.kind, "buyer.refunded")));
    expect(told).toEqual([]);
  });

  it("is nothing of a refund that turns out to have failed before the mail left", async () => {
    const { ctx, make, tick } = await aUsed();
    const refundId = await make();
    await tick(refundId);
    await failRefund(ctx, { refundId, failure: "The card is gone" });
    await leave();
    expect(mailed()).toEqual([]);
  });

  it("S2-13 names the order alone where no return is about it", async () => {
    const { make, tick } = await aUsed();
    await tick(await make({ returnId: null, units: [], concession: "3.00", amountMinor: 300 }));
    await leave();
    const [mail] = mailed();
    expect(mail?.subject).toMatch(/^Your refund of US\$3\.00 /);
    expect(mail?.text).not.toMatch(/R-\d|Kept in all/);
  });

  it("is shown to nobody of another shop", async () => {
    const [mine, theirs] = [await aUsed(), await aUsed()];
    expect(await previewRefund(theirs.ctx, mine.input)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});
