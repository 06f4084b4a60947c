import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { messages, outbox, passwordResets } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { findSession } from "@/lib/platform/sessions";
import { LIMITS } from "@/lib/platform/throttle";
import { anAddressKey, aPerson, asOwn, enter, entered, PASSWORD } from "./accounts-testing";
import { changePassword } from "./change-password";
import { addMember, deactivateMember } from "./members";
import { bookReset, mailReset, offerReset, readReset, resetPassword } from "./reset-password";
import { saveLanguage } from "./save-own";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const NEXT = "another quiet harbour at night";
const refused = (code: string, facts = {}) => ({ ok: false, refusal: { code, ...facts } });
const resetsOf = (userId: string) =>
  db.select({ id: passwordResets.id }).from(passwordResets).where(eq(passwordResets.userId, userId));

async function aMember() {
  const { sellerId, owner } = await aSeller(db);
  return { sellerId, owner, ...(await aPerson(db, { sellerId })) };
}
async function aReset() {
  const member = await aMember();
  const { sellerId, userId, owner } = member;
  const made = await offerReset({ db, sellerId, actor: { kind: "person", ...owner }, now }, { userId, isMailed: true });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...member, resetId: made.value.resetId };
}
const choose = (resetId: string, at = now) => resetPassword({ db, now: at }, { resetId, password: NEXT });

describe("a reset", () => {
  it("sets a new password once and ends all sessions of the account", async () => {
    const { email, resetId } = await aReset();
    const [one, two] = [await entered(db, email), await entered(db, email)];
    const answers = await Promise.all([choose(resetId), choose(resetId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("reset_over", { state: "used" }));
    for (const ids of [one, two]) expect(await findSession(db, ids)).toHaveLength(0);
    expect(await enter(db, email)).toEqual(refused("bad_credentials"));
    expect(await enter(db, email, { password: NEXT })).toMatchObject({ ok: true });
    expect(await choose(resetId)).toEqual(refused("reset_over", { state: "used" }));
  });

  it("works for an hour, and an easy password does not use it up", async () => {
    const { resetId, email } = await aReset();
    expect(await choose(resetId, minutes(60))).toEqual(refused("reset_over", { state: "expired" }));
    expect((await readReset({ db, now: minutes(60) }, { resetId }))?.state).toBe("expired");
    expect(await resetPassword({ db, now }, { resetId, password: email })).toMatchObject(refused("bad_password"));
    expect(await choose(resetId, minutes(59))).toMatchObject({ ok: true });
  });

  it("opens an account that wrong guesses had closed", async () => {
    const { email, resetId } = await aReset();
    for (let tries = 0; tries < LIMITS.account; tries++) await enter(db, email, { password: "wrong" });
    expect(await enter(db, email)).toMatchObject(refused("locked"));
    await choose(resetId);
    expect(await enter(db, email, { password: NEXT })).toMatchObject({ ok: true });
  });

  it("is given up with all others when the password changes on another way", async () => {
    const { sellerId, userId, owner, email, resetId } = await aReset();
    const ids = await entered(db, email);
    await changePassword(asOwn(db, ids, now), { current: PASSWORD, next: NEXT });
    expect(await choose(resetId)).toEqual(refused("reset_over", { state: "void" }));
    const offer = () =>
      offerReset({ db, sellerId, actor: { kind: "person", ...owner }, now }, { userId, isMailed: true });
    const [first, second] = [await offer(), await offer()];
    if (!first.ok || !second.ok) throw new Error("no reset");
    expect(await choose(second.value.resetId)).toMatchObject({ ok: true });
    expect(await choose(first.value.resetId)).toEqual(refused("reset_over", { state: "void" }));
  });

  it("of nobody is not found", async () => {
    const { sellerId } = await aMember();
    expect(await choose(sellerId)).toEqual(refused("not_found"));
  });
});

describe("asking for one", () => {
  it("counts for known and unknown addresses alike, apart from the tries to sign in", async () => {
    const { email } = await aMember();
    for (const asked of [email, "nobody@nowhere.test"]) {
      const book = () => bookReset({ db, now }, { email: asked, addressKey: anAddressKey() });
      for (let times = 0; times < LIMITS.resetAccount; times++) expect(await book()).toMatchObject({ ok: true });
      expect(await book()).toEqual(refused("locked", { until: minutes(15) }));
    }
    expect(await enter(db, email)).toMatchObject({ ok: true });
    const addressKey = anAddressKey();
    for (let times = 0; times < LIMITS.resetAddress; times++)
      await bookReset({ db, now }, { email: `nobody${times}@nowhere.test`, addressKey });
    expect(await bookReset({ db, now }, { email: "one@more.test", addressKey })).toMatchObject(refused("locked"));
  });

  it("writes to the person alone, in their own language, and the mailbox keeps no link", async () => {
    const { sellerId, userId, email } = await aMember();
    await saveLanguage(asOwn(db, { userId, sessionId: userId }), { locale: "zh-CN" });
    await mailReset({ db, now }, { email });
    await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }));
    const mails = await withSeller(db, sellerId, (tx) =>
      tx.select({ to: messages.toAddress, subject: messages.subject, text: messages.text }).from(messages),
    );
    expect(mails).toMatchObject([{ to: email, subject: "设置新密码" }]);
    expect(mails[0]?.text).toContain("https://returns.pine.net/reset/only-in-the-mail");
  });

  it("writes to nobody unknown, to no support account, and to nobody who works nowhere any more", async () => {
    const { sellerId, owner, userId, email } = await aMember();
    const support = await aPerson(db, { isSupport: true });
    const actor = { kind: "person" as const, id: owner.id, name: owner.name };
    await deactivateMember({ db, sellerId, actor, now }, { userId });
    for (const asked of [email, support.email, "nobody@nowhere.test"]) await mailReset({ db, now }, { email: asked });
    expect([...(await resetsOf(userId)), ...(await resetsOf(support.userId))]).toEqual([]);
    expect(await withSeller(db, sellerId, (tx) => tx.select({ id: outbox.id }).from(outbox))).toEqual([]);
  });
});

describe("an owner's help", () => {
  it("is for members of the seller, not for oneself and not for another seller's", async () => {
    const { sellerId, owner, userId } = await aMember();
    const stranger = await aMember();
    const offer = (of: string, isMailed = true) =>
      offerReset({ db, sellerId, actor: { kind: "person", ...owner }, now }, { userId: of, isMailed });
    expect(await offer(owner.id)).toEqual(refused("own_account"));
    expect(await offer(stranger.userId)).toEqual(refused("not_found"));
    await deactivateMember({ db, sellerId, actor: { kind: "person", id: owner.id, name: "O" }, now }, { userId });
    expect(await offer(userId)).toEqual(refused("not_found"));
    expect([...(await resetsOf(userId)), ...(await resetsOf(stranger.userId))]).toEqual([]);
  });

  it("hands over no link to an account that opens another seller as well", async () => {
    const { sellerId, owner, userId } = await aMember();
    const offer = (isMailed: boolean) =>
      offerReset({ db, sellerId, actor: { kind: "person", ...owner }, now }, { userId, isMailed });
    expect(await offer(false)).toMatchObject({ ok: true });
    await addMember({ db, sellerId: (await aSeller(db)).sellerId, now: new Date() }, { userId, role: "viewer" });
    expect(await offer(false)).toEqual(refused("belongs_elsewhere"));
    expect(await offer(true)).toMatchObject({ ok: true });
  });
});
