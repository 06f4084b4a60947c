import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { messages } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, inShop, testDb } from "@/db/testing";
import { aMailSink, drain } from "@/db/testing-mail";
import { moveReturns } from "@/lib/returns/move-returns";
import { inviteMember } from "@/lib/team/invites";
import { outboxWork } from "./leave-outbox";
import { mailServer } from "./mail-server";
import { findMessage, listHeld, MAIL_LIST, MAILBOX, type MailShow } from "./mailbox";
import { sendAgain } from "./send-again";
import { mailWork } from "./send-message";

const db = await testDb();
const sink = await aMailSink();
const server = mailServer(sink.url, "returns@pine.net");
afterAll(async () => {
  server.close();
  await sink.leave();
});
const now = new Date("2026-11-20T10:00:00Z");

/** A seller with so many messages that were kept, because there is no mail server. */
async function aMailbox(count: number, undoSeconds = 0) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { undoSeconds });
  for (let made = 0; made < count; made++) {
    const { id } = await aReturn(db, seller, { channelId, buyerName: "Mei", buyerEmail: "mei@mail.net" });
    const actor = { kind: "person" as const, id: owner.id, name: owner.name };
    const request = { move: "close" as const, reason: "other" as const, comment: `Closed ${made}` };
    await moveReturns({ db, sellerId, actor, now: undoSeconds > 0 ? new Date() : now }, { ids: [id], request });
  }
  await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: false }));
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  return {
    sellerId,
    inside,
    page: (place: Partial<ReturnType<typeof MAILBOX.usual>> = {}) =>
      inside((tx) => MAIL_LIST.page(tx, { sellerId }, { ...MAILBOX.usual(), ...place })),
    list: async (show: MailShow = "all") =>
      (await inside((tx) => MAIL_LIST.page(tx, { sellerId }, MAILBOX.usual({ show })))).rows,
  };
}

describe("the mailbox", () => {
  it("pages by key, newest first, both ways, and by state", async () => {
    const box = await aMailbox(5);
    const all = await box.list();
    expect(all.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "kept"));
    const [first, second, third, fourth] = all;
    if (!first || !second || !third || !fourth) throw new Error("too few");
    const page = await box.page({ per: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual([first.id, second.id]);
    const next = await box.page({ per: 2, after: page.next });
    expect(next.rows.map(({ id }) => id)).toEqual([third.id, fourth.id]);
    const back = await box.page({ per: 2, before: next.previous });
    expect(back.rows.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await box.list("waiting")).toEqual([]);
    expect(await box.list("undelivered")).toEqual([]);
    expect(await box.list("kept")).toHaveLength(5);
  });

  it("shows what is held back while it can be undone, and nothing of another seller", async () => {
    const box = await aMailbox(1, 60);
    const stranger = await aMailbox(1);
    expect(await box.list()).toEqual([]);
    const held = await box.inside((tx) => listHeld(tx, box.sellerId, 10));
    expect(held).toMatchObject([{ kind: "buyer.closed", buyerEmail: "mei@mail.net" }]);
    expect(await stranger.inside((tx) => listHeld(tx, box.sellerId, 10))).toEqual([]);
    const [theirs] = await stranger.list();
    if (!theirs) throw new Error("nothing kept");
    expect(await box.inside((tx) => findMessage(tx, box.sellerId, theirs.id))).toBeNull();
    expect(await box.inside((tx) => findMessage(tx, stranger.sellerId, theirs.id))).toBeNull();
  });
});

describe("sendAgain", () => {
  it("sends what was kept to a corrected address, once however often it is asked, under the same Message-ID", async () => {
    const box = await aMailbox(1);
    const [kept] = await box.inside((tx) => tx.select().from(messages));
    if (!kept) throw new Error("nothing kept");
    const again = (address: string, hasServer = true) =>
      sendAgain(inShop(db, box.sellerId), { messageId: kept.id, address, hasServer });
    for (const address of ["mei@buyers.example", "a@evil.net,victim@x.net", ""])
      expect(await again(address)).toMatchObject({ refusal: { code: "bad_email" } });
    expect(await again("mei@new.net", false)).toMatchObject({ refusal: { code: "no_mail_server" } });
    const answers = await Promise.all([again("Mei@New.net"), again("mei@new.net")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await again("mei@new.net")).toMatchObject({ refusal: { code: "already_on_its_way" } });
    expect(await drain(db, "mail", mailWork({ server, dataDir: ".", linkSecret: "a key for links in tests" }))).toBe(1);
    expect(sink.taken.map(({ to, mail }) => [to, mail.messageId])).toEqual([[["mei@new.net"], `<${kept.messageId}>`]]);
    const [row] = await box.inside((tx) => tx.select().from(messages).where(eq(messages.id, kept.id)));
    expect(row).toMatchObject({ state: "sent", text: kept.text, html: kept.html });
  });

  it("sends a message with a personal link to its own address and to no other", async () => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const asked = { email: "nora@new.net", role: "agent", locale: "en", isMailed: true } as const;
    await inviteMember({ db, sellerId, actor: { kind: "person", ...owner }, now: new Date() }, asked);
    await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: false }));
    const [kept] = await withSeller(db, sellerId, (tx) => tx.select({ id: messages.id }).from(messages));
    const again = (address: string) =>
      sendAgain(inShop(db, sellerId), { messageId: kept?.id ?? "", address, hasServer: true });
    expect(await again("thief@evil.net")).toEqual({ ok: false, refusal: { code: "fixed_address" } });
    expect(await again("Nora@new.net")).toMatchObject({ ok: true });
  });

  it("does not find a message of another seller", async () => {
    const box = await aMailbox(1);
    const [kept] = await box.list();
    const stranger = await aSeller(db);
    expect(
      await sendAgain(inShop(db, stranger.sellerId), {
        messageId: kept?.id ?? "",
        address: "mei@new.net",
        hasServer: true,
      }),
    ).toMatchObject({ refusal: { code: "not_found" } });
  });
});
