import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { channels, memberships, messages, orderLines, sellers, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, member, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { insertion, writeTogether } from "@/db/write-set";
import { aShop } from "@/lib/imports/testdata/a-shop";
import { newId } from "@/lib/kernel/ids";
import { insertBulkAct } from "@/lib/platform/bulk/acts";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { type Actor, product } from "@/lib/policy/actor";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import type { MessageData, MessageKind } from "@/lib/policy/messages/message";
import type { Role } from "@/lib/policy/permissions";
import type { MoveRequest } from "@/lib/returns/move-request";
import { moveReturns } from "@/lib/returns/move-returns";
import { listReturnEvents } from "@/lib/returns/return-detail";
import { outboxWork } from "./leave-outbox";
import { saveTemplate } from "./save-template";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");
const APP = "https://returns.shop.net";
const AUTHORIZE: MoveRequest = { move: "authorize", address: null, label: { kind: "policy" } };

type Options = { locale?: "en" | "zh-CN"; hasServer?: boolean } & Parameters<typeof aChannel>[2];

async function aDesk({ locale = "en", hasServer = true, ...options }: Options = {}) {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const inside = <T>(work: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, work);
  await inside((tx) => tx.update(sellers).set({ locale }).where(eq(sellers.id, sellerId)));
  const channelId = await aChannel(db, seller, { undoSeconds: 0, ...options });
  await inside((tx) => tx.update(channels).set({ name: "Pine & Co" }).where(eq(channels.id, channelId)));
  const actor: Actor = { kind: "person", id: owner.id, name: owner.name };
  return {
    ...seller,
    channelId,
    actor,
    inside,
    newReturn: (rest: Partial<Parameters<typeof aReturn>[2]> = {}) =>
      aReturn(db, seller, { channelId, now, buyerName: "Mei Lin", buyerEmail: "mei@mail.net", ...rest }),
    act: (id: string, request: MoveRequest, by: Actor = actor, at = now) =>
      moveReturns({ db, sellerId, actor: by, now: at }, { ids: [id], request }),
    queue: (kind: MessageKind, returnId: string | null, data: MessageData = {}) =>
      inside((tx) => {
        const message = { kind, returnId, eventId: null, dedupeKey: newId(), availableAt: now, createdAt: now, data };
        return writeTogether(tx, queuedMessages(sellerId, [message]));
      }),
    member: async (role: Role, isActive = true) => {
      const user = { id: newId(), name: `A ${role}`, email: `${newId()}@team.net`, isActive };
      await db.execute(insertion(users, [{ ...user, passwordHash: "none" }]));
      await inside((tx) => tx.insert(memberships).values({ sellerId, userId: user.id, role }));
      return user.email;
    },
    /** Everything due leaves the outbox; what stands in the mailbox then, oldest first. */
    leave: async () => {
      await drain(db, "outbox", outboxWork({ appUrl: APP, hasServer }));
      return inside((tx) => tx.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id)));
    },
  };
}

const only = <T>(list: readonly T[]): T => {
  const [first, ...more] = list;
  if (!first || more.length > 0) throw new Error(`${list.length} instead of one`);
  return first;
};

describe("what a buyer is told", () => {
  it("S1-08 S4-04 an authorization tells address, RMA, until when, instructions, and brings label and slip", async () => {
    const desk = await aDesk({
      operation: {
        ...defaultPolicy.operation,
        instructions: { en: "Use the small box.", de: "Bitte den kleinen Karton." },
      },
    });
    const { id, number, requestedOn } = await desk.newReturn();
    await desk.act(id, AUTHORIZE);
    const mail = only(await desk.leave());
    const rma = rmaFor({ number, requestedOn });
    expect(mail).toMatchObject({
      kind: "buyer.authorized",
      state: "queued",
      toName: "Mei Lin",
      toAddress: "mei@mail.net",
      fromName: "Pine & Co",
      locale: "en",
      attachments: [{ kind: "label", returnId: id, name: `${rma}.pdf` }],
      messageId: `${mail.id}@returns.shop.net`,
    });
    for (const part of [mail.text, mail.html]) {
      for (const told of ["Mei Lin", rma, "1 Depot Way", "Reno, NV 89501", "Use the small box.", "Test item"])
        expect(part).toContain(told);
      // 30 days after the authorization; the 15 days of transit are on top of it.
      expect(part).toContain("Dec 20, 2026");
    }
    expect(mail.text.match(/1 Depot Way/g)).toHaveLength(1);
  });

  it("S4-04 a buyer is told in any language that the seller wrote in, and in English where none is written", async () => {
    const instructions = { en: "Use the small box.", de: "Bitte den kleinen Karton." };
    const desk = await aDesk({ operation: { ...defaultPolicy.operation, instructions } });
    for (const locale of ["de", "pl"]) {
      const form = { kind: "buyer.authorized" as const, reason: "", seen: 0, locale };
      const text = { subject: `${locale} {orderNumber}`, body: `${locale}: {instructions}` };
      const saved = await saveTemplate(
        { db, sellerId: desk.sellerId, actor: member(desk.owner.id), now },
        { ...form, ...text },
      );
      expect(saved).toMatchObject({ ok: true });
    }
    const told = async (buyerLocale: string) => {
      const { id } = await desk.newReturn({ buyerLocale });
      await desk.act(id, AUTHORIZE);
      const mail = (await desk.leave()).find(({ returnId }) => returnId === id);
      return [mail?.locale, mail?.text.split("\n")[0]];
    };
    expect(await told("de-AT")).toEqual(["de", "de: Bitte den kleinen Karton."]);
    expect(await told("pl")).toEqual(["pl", "pl: Use the small box."]);
    expect((await told("fr"))[0]).toBe("en");
  });

  it("S2-07 S4-03 a closing tells the reason and the comment, in the buyer's language", async () => {
    const desk = await aDesk();
    const { id } = await desk.newReturn({ buyerLocale: "zh-TW" });
    await desk.act(id, { move: "close", reason: "window_expired", comment: "您好：\n\n很抱歉。" });
    const mail = only(await desk.leave());
    expect(mail).toMatchObject({ kind: "buyer.closed", locale: "zh-CN", attachments: [] });
    expect(mail.subject).toContain("退货");
    expect(mail.text).toContain("很抱歉。");
    expect(mail.text).toContain("关闭原因：已超过退货期限");
    expect(mail.html).toMatch(/^<!doctype html><html lang="zh-CN">/);
  });

  it("P-05 a request that expired says so, and a message of a person is sent as it was written", async () => {
    const desk = await aDesk();
    const old = await desk.newReturn({
      requestedAt: new Date("2026-08-01T10:00:00Z"),
      now: new Date("2026-08-01T10:00:00Z"),
    });
    await desk.act(old.id, { move: "expire" }, product("clock"));
    const { id } = await desk.newReturn();
    await desk.queue("buyer.message", id, { subject: "One\r\nBcc: victim@x.net", text: "{{7*7}} <b>{rma}</b>" });
    const mails = await desk.leave();
    expect(mails.find(({ kind }) => kind === "buyer.closed")?.text).toContain("was not answered in time");
    const message = mails.find(({ kind }) => kind === "buyer.message");
    expect(message?.subject).toBe("One Bcc: victim@x.net");
    expect(message?.text).toContain("{{7*7}} <b>{rma}</b>");
    expect(message?.html).toContain("{{7*7}} &lt;b>{rma}&lt;/b>");
  });

  it("made-up addresses, no address and no mail server: kept, and never on their way", async () => {
    const desk = await aDesk();
    for (const buyerEmail of ["mei@buyers.example", "a@evil.net,victim@x.net"])
      await desk.act((await desk.newReturn({ buyerEmail })).id, AUTHORIZE);
    expect((await desk.leave()).map(({ state }) => state)).toEqual(["kept", "kept"]);
    const offline = await aDesk({ hasServer: false });
    await offline.act((await offline.newReturn()).id, AUTHORIZE);
    expect(only(await offline.leave()).state).toBe("kept");
  });

  it("S4-04 the timeline says of a decision that its message was kept, and of no other", async () => {
    const desk = await aDesk();
    const kept = async (buyerEmail: string) => {
      const { id } = await desk.newReturn({ buyerEmail });
      await desk.act(id, AUTHORIZE);
      await desk.leave();
      const events = await withSeller(db, desk.sellerId, (tx) => listReturnEvents(tx, desk.sellerId, id, null));
      return events.filter(({ isKept }) => isKept).map(({ kind }) => kind);
    };
    expect(await kept("mei@buyers.example")).toEqual(["authorize"]);
    expect(await kept("mei@mail.net")).toEqual([]);
  });
});

describe("what the team is told", () => {
  it("S1-01 S1-02 a request tells the buyer's reason and words, that it is out of policy and why", async () => {
    const desk = await aDesk();
    const { id, number } = await desk.newReturn({
      orderedOn: "2026-09-20",
      deliveredOn: "2026-09-25",
      reason: "CR-DEFECTIVE",
      buyerComment: "It broke <script>alert(1)</script>",
    });
    await desk.queue("team.requested", id);
    const mail = only(await desk.leave());
    expect(mail).toMatchObject({ toAddress: desk.owner.email, recipientId: desk.owner.id, locale: "en" });
    expect(mail.subject).toBe(`New return request: R-${number}, Test item (Out of policy)`);
    expect(mail.text).toContain("Requested 26 days after the 30-day window");
    expect(mail.text).toContain("> It broke <script>alert(1)</script>");
    expect(mail.html).not.toContain("<script");
    expect(mail.text).toMatch(/Answer by: .*No automatic action/);
  });

  it("a request on AliExpress is told in AliExpress' words, and one elsewhere in ours", async () => {
    const reasonIn = async (place: Options) => {
      const desk = await aDesk({ locale: "zh-CN", ...place });
      const { id } = await desk.newReturn({ reason: "Counterfeit@3rdIssueReason" });
      await desk.queue("team.requested", id);
      return only(await desk.leave()).text.match(/^退货原因：(.*)$/m)?.[1];
    };
    expect(await reasonIn({ programme: "free_return", mode: "mirrored" })).toBe("假货");
    expect(await reasonIn({ mode: "mirrored" })).not.toBe("假货");
  });

  it("no title of an item turns the words of a message around, to the team or to the buyer", async () => {
    const desk = await aDesk();
    const { id } = await desk.newReturn();
    const title = `Lamp \u202e00.5 now o${"\u0301".repeat(300)}`;
    await desk.inside((tx) => tx.update(orderLines).set({ title }));
    await desk.queue("team.requested", id);
    await desk.act(id, AUTHORIZE);
    const mails = await desk.leave();
    expect(mails.length).toBeGreaterThan(1);
    for (const { subject, text, html } of mails) {
      expect(text).toContain("Lamp 00.5 now");
      expect(`${subject}${text}${html}`).not.toMatch(/\u202e|\p{M}{5}/u);
    }
  });

  it("S1-17 a setting puts links into it, which open a dialog; another one sends no mail at all", async () => {
    const operation = (requestMail: { isOn: boolean; hasLinks: boolean }) => ({
      ...defaultPolicy.operation,
      requestMail,
    });
    const linked = await aDesk({ operation: operation({ isOn: true, hasLinks: true }) });
    const { id } = await linked.newReturn();
    await linked.queue("team.requested", id);
    const mail = only(await linked.leave());
    for (const dialog of ["authorize", "close", "message"])
      expect(mail.html).toContain(`${APP}/returns/${id}?dialog=${dialog}`);
    const plain = await aDesk({ operation: operation({ isOn: true, hasLinks: false }) });
    await plain.queue("team.requested", (await plain.newReturn()).id);
    expect(only(await plain.leave()).html).not.toContain("dialog=");
    const silent = await aDesk({ operation: operation({ isOn: false, hasLinks: true }) });
    await silent.queue("team.requested", (await silent.newReturn()).id);
    expect(await silent.leave()).toEqual([]);
  });

  it("S2-09 a withdrawal is told to everybody who decides, in the seller's language, and to nobody else", async () => {
    const desk = await aDesk({ locale: "zh-CN" });
    const deciders = [desk.owner.email, await desk.member("manager"), await desk.member("agent")];
    await desk.member("viewer");
    await desk.member("warehouse");
    await desk.member("agent", false);
    const { id } = await desk.newReturn();
    await desk.act(id, { move: "withdraw" }, { kind: "buyer", id: null, name: "Mei Lin" });
    const mails = await desk.leave();
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([...deciders].sort());
    expect(new Set(mails.map(({ locale }) => locale))).toEqual(new Set(["zh-CN"]));
    expect(mails[0]?.text).toContain("已取消");
  });

  it("S1-01 P-18 an import of many requests is one digest, which counts what was missed before it", async () => {
    const desk = await aDesk({ mode: "mirrored", plan: "professional" });
    const shop = aShop(db, desk, desk.channelId);
    const rows = ["1", "2", "3"].map((n) => ({
      "Order ID": `111-000000${n}-000000${n}`,
      "Amazon RMA ID": `D${n}RRMA`,
      "Return request status": "Pending Authorization",
    }));
    await shop.runRows(...rows);
    await shop.runRows(...rows);
    const mail = only(await desk.leave());
    expect(mail).toMatchObject({ kind: "team.imported", returnId: null });
    expect(mail.subject).toContain("3 new return requests");
    expect(mail.text).toContain("New requests: 3");
    expect(mail.text).toContain("Need an answer: 3");
    expect(mail.text).toContain("Missed before import: 3");
    expect(mail.text).toContain(`${APP}/import/`);
  });

  it("a job that the worker finished is told once, with the way to its outcome", async () => {
    const desk = await aDesk({ locale: "zh-CN" });
    const bulkActId = newId();
    await desk.inside((tx) =>
      insertBulkAct(tx, desk.sellerId, {
        id: bulkActId,
        key: bulkActId,
        subjectKind: "return",
        kind: "authorize",
        state: "done",
        input: {},
        total: 1200,
        createdBy: desk.owner.id,
        createdByName: desk.owner.name,
        createdAt: now,
      }),
    );
    await desk.queue("team.job_done", null, { bulkActId });
    const mail = only(await desk.leave());
    expect(mail.subject).toContain("1,200");
    expect(mail.text).toContain(`${APP}/jobs/${bulkActId}`);
  });
});
