import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, member, type TestSeller, testDb } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { shopAuditOf } from "@/lib/platform/audit/audit-testing";
import { findSession } from "@/lib/platform/sessions";
import { acceptInvite, joinSeller, readInvite } from "./accept-invite";
import { aPerson, enter, entered, PASSWORD } from "./accounts-testing";
import { handOverInvite, inviteMember, resendInvite } from "./invites";
import { changeRole, deactivateMember, reactivateMember } from "./members";
import { mailReset, offerReset, readReset, resetPassword } from "./reset-password";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const MINE = "what the attacker has chosen";
const refused = (code: string, facts = {}) => ({ ok: false, refusal: { code, ...facts } });
const isVoid = refused("reset_over", { state: "void" });
const by = ({ owner }: Pick<TestSeller, "owner">) => ({ kind: "person" as const, id: owner.id, name: owner.name });
const toldIn = async (sellerId: string) => {
  const rows = await shopAuditOf(db, sellerId, { kind: "team" });
  return rows.toReversed().map(({ kind }) => kind);
};

async function invited({ sellerId, owner }: TestSeller, email = `${newId()}@new.test`) {
  const asked = { email, role: "agent", locale: "en", isMailed: false } as const;
  const made = await inviteMember({ db, sellerId, actor: by({ owner }), now }, asked);
  if (!made.ok) throw new Error(made.refusal.code);
  return { sellerId, ...made.value };
}
type Invited = Awaited<ReturnType<typeof invited>>;
const accept = (
  { sellerId, inviteId }: Invited,
  link: { isMailed: boolean; doesReplace?: boolean; password?: string },
) =>
  acceptInvite({ db, now }, { sellerId, inviteId, name: "Nora New", password: PASSWORD, doesReplace: false, ...link });
async function join({ sellerId, inviteId }: Invited, { userId, email }: { userId: string; email: string }) {
  const { sessionId } = await entered(db, email);
  const user = { id: userId, email, isSupport: false };
  return joinSeller({ db, user, sessionId, now }, { sellerId, inviteId, isMailed: false });
}
/** What an owner without a mail server has in hand after making a password link for a member. */
async function aLink({ sellerId, owner }: TestSeller, userId: string, isMailed = false) {
  const made = await offerReset({ db, sellerId, actor: by({ owner }), now }, { userId, isMailed });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.resetId;
}
const use = (resetId: string) => resetPassword({ db, now: later(1) }, { resetId, password: MINE });

describe("a password link that an owner has in hand", () => {
  it("does not open the account any more once its person works for another seller too", async () => {
    const [mallory, shop] = [await aSeller(db), await aSeller(db)];
    const bob = await aPerson(db, { sellerId: mallory.sellerId });
    const resetId = await aLink(mallory, bob.userId);
    const invite = await invited(shop, bob.email);
    expect(await join(invite, bob)).toMatchObject({ ok: true });
    expect((await readReset({ db, now: later(1) }, { resetId }))?.state).toBe("void");
    expect(await use(resetId)).toEqual(isVoid);
    expect(await enter(db, bob.email, { password: MINE })).toEqual(refused("bad_credentials"));
    expect(await enter(db, bob.email)).toMatchObject({ ok: true });
  });

  it("or, used at the very moment of joining, has ended the session that would join", async () => {
    for (let round = 0; round < 6; round++) {
      const [mallory, shop] = [await aSeller(db), await aSeller(db)];
      const bob = await aPerson(db, { sellerId: mallory.sellerId });
      const [resetId, invite] = [await aLink(mallory, bob.userId), await invited(shop, bob.email)];
      const { sessionId } = await entered(db, bob.email);
      const user = { id: bob.userId, email: bob.email, isSupport: false };
      const answers = await Promise.all([
        use(resetId),
        joinSeller({ db, user, sessionId, now }, { ...invite, isMailed: false }),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it("leads nowhere when its person was deactivated, and nowhere still when let in again", async () => {
    const seller = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId: seller.sellerId });
    const [handed, mailed] = [await aLink(seller, userId), await aLink(seller, userId, true)];
    const act = { sellerId: seller.sellerId, userId, actor: by(seller), now };
    await deactivateMember({ db, ...act }, act);
    for (const link of [handed, mailed]) expect(await use(link)).toEqual(isVoid);
    await reactivateMember({ db, ...act }, act);
    for (const link of [handed, mailed]) expect(await use(link)).toEqual(isVoid);
  });

  it("holds only as long as whoever made it may offer one", async () => {
    const seller = await aSeller(db);
    const { sellerId } = seller;
    const second = await aPerson(db, { sellerId, role: "owner" });
    const { userId } = await aPerson(db, { sellerId });
    const made = await offerReset({ db, sellerId, actor: member(second.userId), now }, { userId, isMailed: false });
    if (!made.ok) throw new Error(made.refusal.code);
    const role = (to: "agent" | "owner") =>
      changeRole({ db, sellerId, actor: by(seller), now }, { userId: second.userId, role: to });
    await role("agent");
    expect(await use(made.value.resetId)).toEqual(isVoid);
    await role("owner");
    expect(await use(made.value.resetId)).toMatchObject({ ok: true });
    expect(await toldIn(sellerId)).toEqual(["reset_offered", "role_changed", "role_changed", "reset_used"]);
  });

  it("is given up by one's own mailed link, which proves the address", async () => {
    const seller = await aSeller(db);
    const { userId, email } = await aPerson(db, { sellerId: seller.sellerId });
    const handed = await aLink(seller, userId);
    const provenAt = async () =>
      (await db.select({ at: users.emailProvenAt }).from(users).where(eq(users.id, userId)))[0]?.at;
    const mailed = await aLink(seller, userId, true);
    expect(await provenAt()).toBeNull();
    expect(await use(mailed)).toMatchObject({ ok: true });
    expect(await provenAt()).toEqual(later(1));
    expect(await use(handed)).toEqual(isVoid);
    await mailReset({ db, now }, { email });
  });
});

describe("an invitation", () => {
  it("leads nowhere when whoever sent it may invite nobody any more, until another owner sends it again", async () => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const second = await aPerson(db, { sellerId, role: "owner" });
    const invite = await invited({ ...seller, owner: { ...owner, id: second.userId } });
    await deactivateMember({ db, sellerId, actor: by(seller), now }, { userId: second.userId });
    expect((await readInvite({ db, now }, invite))?.state).toBe("revoked");
    expect(await accept(invite, { isMailed: true })).toEqual(refused("invite_over", { state: "revoked" }));
    expect(await resendInvite({ db, sellerId, actor: by({ owner }), now: later(1) }, invite)).toMatchObject({
      ok: true,
    });
    expect(await accept(invite, { isMailed: true })).toMatchObject({ ok: true });
    const told = ["invite_sent_again", "member_deactivated", "member_invited", "member_joined"];
    expect((await toldIn(sellerId)).sort()).toEqual(told);
  });

  it("tells the shop when its link is taken in hand", async () => {
    const seller = await aSeller(db);
    const invite = await invited(seller);
    expect(await handOverInvite({ db, sellerId: seller.sellerId, actor: by(seller), now }, invite)).toBe(true);
    expect(await toldIn(seller.sellerId)).toEqual(["member_invited", "invite_copied"]);
  });
});

describe("an account made by a link that was handed over", () => {
  /** Mallory invites an address of somebody else to a shop of their own, and makes the account themselves. */
  async function squatted() {
    const [mallory, shop] = [await aSeller(db), await aSeller(db)];
    const email = `${newId()}@victim.test`;
    const made = await accept(await invited(mallory, email), { isMailed: false, password: MINE });
    if (!made.ok) throw new Error(made.refusal.code);
    const ids = await enter(db, email, { password: MINE });
    if (!ids.ok) throw new Error(ids.refusal.code);
    return { mallory, shop, email, ids: ids.value, invite: await invited(shop, email) };
  }

  it("makes way for the person who has the address, by the link in the mail and by no other", async () => {
    const { mallory, shop, email, ids, invite } = await squatted();
    expect((await readInvite({ db, now }, invite))?.account).toBe("claimed");
    expect(await accept(invite, { isMailed: false, doesReplace: true })).toEqual(refused("account_exists"));
    expect(await accept(invite, { isMailed: true })).toEqual(refused("account_exists"));
    expect(await accept(invite, { isMailed: true, doesReplace: true })).toMatchObject({ ok: true });
    expect(await findSession(db, ids)).toEqual([]);
    expect(await enter(db, email, { password: MINE })).toEqual(refused("bad_credentials"));
    const [row] = await findSession(db, await entered(db, email));
    expect(row).toMatchObject({ user: { name: "Nora New" }, chosen: { id: shop.sellerId } });
    expect(row?.user.id).not.toBe(ids.userId);
    const [left] = await withSeller(db, mallory.sellerId, (tx) =>
      tx.select({ at: memberships.deactivatedAt }).from(memberships).where(eq(memberships.userId, ids.userId)),
    );
    expect(left?.at).toEqual(now);
    expect(await toldIn(mallory.sellerId)).toEqual(["member_invited", "member_joined", "account_replaced"]);
    expect(await toldIn(shop.sellerId)).toEqual(["member_invited", "member_joined"]);
  });

  it("is replaced once, of two at the same moment", async () => {
    const { invite } = await squatted();
    const claim = () => accept(invite, { isMailed: true, doesReplace: true });
    const answers = await Promise.all([claim(), claim()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("stays where the address was proved, and where a seller would be left without an owner", async () => {
    const shop = await aSeller(db);
    const proven = await invited(shop);
    expect(await accept(proven, { isMailed: true })).toMatchObject({ ok: true });
    const again = await invited(await aSeller(db), proven.email);
    expect((await readInvite({ db, now }, again))?.account).toBe("proven");
    expect(await accept(again, { isMailed: true, doesReplace: true })).toEqual(refused("account_exists"));
    const toOwner = await invited(await aSeller(db), shop.owner.email);
    expect(await accept(toOwner, { isMailed: true, doesReplace: true })).toEqual(refused("account_exists"));
  });
});
