import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { memberships, messages, outbox, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, type TestSeller, testDb } from "@/db/testing";
import { aMailSink, drain } from "@/db/testing-mail";
import { newId } from "@/lib/kernel/ids";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { mailServer } from "@/lib/messages/mail-server";
import { mailWork } from "@/lib/messages/send-message";
import { readInviteToken } from "@/lib/platform/link-token";
import { findSession } from "@/lib/platform/sessions";
import { acceptInvite, joinSeller } from "./accept-invite";
import { aPerson, entered, PASSWORD } from "./accounts-testing";
import { handOverInvite, inviteMember, resendInvite, revokeInvite } from "./invites";
import { deactivateMember } from "./members";
import { listOpenInvites } from "./offered-invites";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const ctxOf = ({ sellerId, owner }: Pick<TestSeller, "sellerId" | "owner">, at = now) => ({
  ...{ db, sellerId, now: at },
  actor: { kind: "person" as const, id: owner.id, name: owner.name },
});
const refused = (code: string, facts = {}) => ({ ok: false, refusal: { code, ...facts } });

async function invited(seller: TestSeller, email = `${newId()}@new.test`) {
  const asked = { email, role: "agent", locale: "zh-CN", isMailed: true } as const;
  const made = await inviteMember(ctxOf(seller), asked);
  if (!made.ok) throw new Error(made.refusal.code);
  return { sellerId: seller.sellerId, owner: seller.owner, ...made.value };
}
type Ids = { sellerId: string; inviteId: string };
const accept = ({ sellerId, inviteId }: Ids, at = now, link = { isMailed: true, doesReplace: false }) =>
  acceptInvite({ db, now: at }, { sellerId, inviteId, name: "Nora New", password: PASSWORD, ...link });

describe("an invite", () => {
  it("lets a person without an account in, with the role and the language they were asked with, once", async () => {
    const invite = await invited(await aSeller(db));
    const answers = await Promise.all([accept(invite), accept(invite)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const ids = await entered(db, invite.email);
    expect(await findSession(db, ids)).toMatchObject([
      { user: { name: "Nora New" }, member: { role: "agent" }, chosen: { id: invite.sellerId } },
    ]);
    const [user] = await db.select({ locale: users.locale }).from(users).where(eq(users.email, invite.email));
    expect(user?.locale).toBe("zh-CN");
    expect(await accept(invite)).toEqual(refused("invite_over", { state: "used" }));
  });

  it("is not accepted with a password that is too easy, and stays open", async () => {
    const invite = await invited(await aSeller(db));
    const link = { isMailed: true, doesReplace: false };
    expect(await acceptInvite({ db, now }, { ...invite, ...link, name: "Nora", password: "short" })).toEqual(
      refused("bad_password", { fault: "too_short" }),
    );
    expect(await accept(invite)).toMatchObject({ ok: true });
  });

  it("lets the invited account join, and no other, and never opens somebody's account by a new password", async () => {
    const seller = await aSeller(db);
    const [pat, other] = [await aPerson(db), await aPerson(db)];
    const invite = await invited(seller, pat.email.toUpperCase());
    const sessions = new Map([
      [pat, await entered(db, pat.email)],
      [other, await entered(db, other.email)],
    ]);
    const join = (person: { userId: string; email: string }, isSupport = false) => {
      const user = { id: person.userId, email: person.email, isSupport };
      const sessionId = sessions.get(person)?.sessionId ?? "";
      return joinSeller({ db, user, sessionId, now }, { ...invite, isMailed: true });
    };
    expect(await accept(invite)).toEqual(refused("account_exists"));
    expect(await join(other)).toEqual(refused("not_your_invite"));
    expect(await join(pat, true)).toEqual(refused("not_your_invite"));
    const answers = await Promise.all([join(pat), join(pat)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("invite_over", { state: "used" }));
    const [member] = await withSeller(db, seller.sellerId, (tx) =>
      tx.select({ role: memberships.role }).from(memberships).where(eq(memberships.userId, pat.userId)),
    );
    expect(member?.role).toBe("agent");
  });

  it("runs out after seven days, says so, and lasts again when it is sent once more", async () => {
    const invite = await invited(await aSeller(db));
    expect(await accept(invite, days(7))).toEqual(refused("invite_over", { state: "expired" }));
    expect(await handOverInvite(ctxOf(invite, days(7)), invite)).toBe(false);
    expect(await resendInvite(ctxOf(invite, days(8)), invite)).toMatchObject({ ok: true });
    expect(await accept(invite, days(14))).toMatchObject({ ok: true });
  });

  it("leads nowhere once it was taken back; of taking back and accepting at the same moment one wins", async () => {
    const seller = await aSeller(db);
    const gone = await invited(seller);
    expect(await revokeInvite(ctxOf({ sellerId: gone.sellerId, owner: seller.owner }), gone)).toMatchObject({
      ok: true,
    });
    expect(await accept(gone)).toEqual(refused("invite_over", { state: "revoked" }));
    expect(await resendInvite(ctxOf({ sellerId: gone.sellerId, owner: seller.owner }), gone)).toEqual(
      refused("invite_over", { state: "revoked" }),
    );
    const raced = await invited(seller);
    const answers = await Promise.all([
      revokeInvite(ctxOf({ sellerId: raced.sellerId, owner: seller.owner }), raced),
      accept(raced),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("asking somebody", () => {
  const ask = (seller: TestSeller, email: string, at = now) =>
    inviteMember(ctxOf(seller, at), { email, role: "viewer", locale: "en", isMailed: true });

  it("makes one open invite an address, also when two owners ask at the same moment", async () => {
    const seller = await aSeller(db);
    const answers = await Promise.all([ask(seller, "ada@new.test"), ask(seller, " Ada@new.test")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("already_invited"));
    const open = () => withSeller(db, seller.sellerId, (tx) => listOpenInvites(tx, seller.sellerId));
    expect(await open()).toHaveLength(1);
    expect(await ask(seller, "ada@new.test", days(8))).toMatchObject({ ok: true });
    expect(await open()).toMatchObject([{ email: "ada@new.test", createdAt: days(8) }]);
  });

  it("refuses what is no address, who is a member, and who was deactivated, each in words of its own", async () => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const { userId, email } = await aPerson(db, { sellerId });
    expect(await ask(seller, "ada at new.test")).toEqual(refused("bad_email"));
    expect(await ask(seller, email)).toEqual(refused("already_member"));
    const actor = { kind: "person" as const, id: owner.id, name: owner.name };
    await deactivateMember({ db, sellerId, actor, now }, { userId });
    expect(await ask(seller, email)).toEqual(refused("deactivated_member"));
  });

  it("finds another seller's invite for nobody", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const foreign = { ...(await invited(two)), sellerId: one.sellerId };
    expect(await revokeInvite(ctxOf({ sellerId: foreign.sellerId, owner: one.owner }), foreign)).toEqual(
      refused("not_found"),
    );
    expect(await resendInvite(ctxOf({ sellerId: foreign.sellerId, owner: one.owner }), foreign)).toEqual(
      refused("not_found"),
    );
    expect(await handOverInvite(ctxOf({ sellerId: foreign.sellerId, owner: one.owner }), foreign)).toBe(false);
    expect(await accept(foreign)).toEqual(refused("not_found"));
  });
});

describe("the mail", () => {
  it("carries the link on its way out, in the invited person's language, and the mailbox keeps none", async () => {
    const sink = await aMailSink();
    const server = mailServer(sink.url, "returns@pine.net");
    const secret = "a key that only this test knows of";
    const invite = await invited(await aSeller(db), "link@new.net");
    await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }));
    await drain(db, "mail", mailWork({ server, dataDir: ".", linkSecret: secret }));
    server.close();
    await sink.leave();
    const mail = sink.taken.find(({ to }) => to.includes("link@new.net"))?.mail;
    const link = /https:\/\/returns\.pine\.net\/invite\/([\w-]+)/;
    for (const part of [mail?.text, mail?.html]) {
      const token = link.exec(part ?? "")?.[1] ?? "";
      expect(readInviteToken(secret, token)).toEqual({
        sellerId: invite.sellerId,
        inviteId: invite.inviteId,
        isMailed: true,
      });
    }
    expect(mail?.subject).toContain("邀请您加入");
    const [kept] = await withSeller(db, invite.sellerId, (tx) =>
      tx
        .select({ text: messages.text, html: messages.html, state: messages.state, data: outbox.data })
        .from(messages)
        .innerJoin(outbox, and(eq(outbox.sellerId, messages.sellerId), eq(outbox.id, messages.outboxId))),
    );
    expect(kept?.state).toBe("sent");
    for (const text of [kept?.text, kept?.html]) {
      expect(text).toContain("/invite/only-in-the-mail");
      expect(readInviteToken(secret, link.exec(text ?? "")?.[1] ?? "")).toBeNull();
    }
  });

  it("is not written for an invite that was taken back before it left", async () => {
    const seller = await aSeller(db);
    const invite = await invited(seller);
    await revokeInvite(ctxOf({ sellerId: invite.sellerId, owner: seller.owner }), invite);
    await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }));
    expect(await withSeller(db, invite.sellerId, (tx) => tx.select({ id: messages.id }).from(messages))).toEqual([]);
  });
});
