import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { events, memberships, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, testDb } from "@/db/testing";
import { findTeam } from "@/lib/messages/messages";
import { findSession } from "@/lib/platform/sessions";
import { type Actor, product } from "@/lib/policy/actor";
import { findMemberLimits } from "@/lib/returns/member-limits";
import { aPerson, asOwn, entered } from "./accounts-testing";
import { addMember, changeRole, deactivateMember, reactivateMember, setLimits } from "./members";
import { listSellersOf } from "./people";
import { switchSeller } from "./switch-seller";
import { MEMBER_LIST, MEMBERS } from "./team";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const as = (userId: string): Actor => ({ kind: "person", id: userId, name: "Olive Owner" });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const roleOf = (sellerId: string, userId: string) =>
  withSeller(db, sellerId, async (tx) => {
    const rows = await tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
    return rows[0]?.role ?? null;
  });

describe("addMember", () => {
  it("lets a person in once, also when asked twice at the same moment", async () => {
    const { sellerId } = await aSeller(db);
    const { userId } = await aPerson(db);
    const answers = await Promise.all([
      addMember({ db, sellerId, now: new Date() }, { userId, role: "agent" }),
      addMember({ db, sellerId, now: new Date() }, { userId, role: "owner" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("already_member"));
  });

  it("does not find somebody who does not exist", async () => {
    const { sellerId } = await aSeller(db);
    expect(await addMember({ db, sellerId, now: new Date() }, { userId: sellerId, role: "agent" })).toEqual(
      refused("not_found"),
    );
  });
});

describe("changeRole", () => {
  it("N07 ends the member's sessions at this seller at once, and no other", async () => {
    const [seller, other] = [await aSeller(db), await aSeller(db)];
    const { userId, email } = await aPerson(db, { sellerId: seller.sellerId });
    await addMember({ db, sellerId: other.sellerId, now: new Date() }, { userId, role: "owner" });
    const [here, there] = [await entered(db, email), await entered(db, email)];
    await switchSeller(asOwn(db, here), { sellerId: seller.sellerId });
    await switchSeller(asOwn(db, there), { sellerId: other.sellerId });
    const { sellerId } = seller;
    expect(
      await changeRole({ db, sellerId, actor: as(seller.owner.id), now }, { userId, role: "viewer" }),
    ).toMatchObject({
      ok: true,
    });
    expect(await findSession(db, here)).toHaveLength(0);
    expect(await findSession(db, there)).not.toHaveLength(0);
    expect(await roleOf(sellerId, userId)).toBe("viewer");
    expect(await roleOf(other.sellerId, userId)).toBe("owner");
  });

  it("Z08 refuses one's own role, and taking away the last owner", async () => {
    const { sellerId, owner } = await aSeller(db);
    const change = { userId: owner.id, role: "agent" } as const;
    expect(await changeRole({ db, sellerId, actor: as(owner.id), now }, change)).toEqual(refused("own_account"));
    expect(await changeRole({ db, sellerId, actor: product("rules"), now }, change)).toEqual(refused("last_owner"));
    expect(await roleOf(sellerId, owner.id)).toBe("owner");
  });

  it("Z08 of two owners who demote each other at the same moment one remains", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId, role: "owner" });
    const answers = await Promise.all([
      changeRole({ db, sellerId, actor: as(owner.id), now }, { userId, role: "agent" }),
      changeRole({ db, sellerId, actor: as(userId), now }, { userId: owner.id, role: "agent" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("last_owner"));
  });

  it("does not find another seller's member", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const { userId } = await aPerson(db, { sellerId: two.sellerId, role: "agent" });
    const change = { sellerId: one.sellerId, userId, role: "owner", actor: as(one.owner.id), now } as const;
    expect(await changeRole({ db, ...change }, change)).toEqual(refused("not_found"));
    expect(await roleOf(two.sellerId, userId)).toBe("agent");
  });
});

describe("deactivateMember", () => {
  it("N07 ends the sessions at this seller at once, and the person counts as no member there, but elsewhere", async () => {
    const [seller, other] = [await aSeller(db), await aSeller(db)];
    const { sellerId, owner } = seller;
    const { userId, email } = await aPerson(db, { sellerId });
    await addMember({ db, sellerId: other.sellerId, now: new Date() }, { userId, role: "agent" });
    const [here, there] = [await entered(db, email), await entered(db, email)];
    await switchSeller(asOwn(db, here), { sellerId });
    await switchSeller(asOwn(db, there), { sellerId: other.sellerId });
    expect(await deactivateMember({ db, sellerId, actor: as(owner.id), now }, { userId })).toMatchObject({ ok: true });
    expect(await findSession(db, here)).toHaveLength(0);
    expect(await findSession(db, there)).toMatchObject([{ member: { role: "agent" }, seller: { id: other.sellerId } }]);
    expect(await listSellersOf(db, userId)).toMatchObject([{ id: other.sellerId }]);
    expect(await switchSeller(asOwn(db, there), { sellerId })).toEqual(refused("not_found"));
    expect((await findSession(db, await entered(db, email)))[0]?.chosen?.id).toBe(other.sellerId);
  });

  it("writes them no more of what the team is told", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId });
    await deactivateMember({ db, sellerId, actor: as(owner.id), now }, { userId });
    const { members } = await withSeller(db, sellerId, (tx) => findTeam(tx, sellerId, "team.requested"));
    expect(members.map(({ id }) => id)).toEqual([owner.id]);
  });

  it("makes their open returns nobody's, each with an event, and leaves the closed ones", async () => {
    const seller = await aSeller(db);
    const { sellerId, owner } = seller;
    const { userId } = await aPerson(db, { sellerId });
    const channelId = await aChannel(db, seller);
    const open = await aReturn(db, seller, { channelId });
    const closed = await aReturn(db, seller, { channelId, status: "closed" });
    await withSeller(db, sellerId, (tx) => tx.update(returns).set({ assigneeId: userId }));
    const { rows } = await withSeller(db, sellerId, (tx) => MEMBER_LIST.page(tx, { sellerId }, MEMBERS.usual()));
    const row = rows.find((member) => member.userId === userId);
    expect(row?.openAssigned).toBe(1);
    expect(await deactivateMember({ db, sellerId, actor: as(owner.id), now }, { userId })).toEqual({
      ok: true,
      value: { released: 1 },
    });
    const [left, told] = await withSeller(db, sellerId, async (tx) => [
      await tx.select({ id: returns.id }).from(returns).where(eq(returns.assigneeId, userId)),
      await tx.select({ returnId: events.returnId, data: events.data }).from(events).where(eq(events.kind, "assigned")),
    ]);
    expect(left).toEqual([{ id: closed.id }]);
    expect(told).toMatchObject([
      { returnId: open.id, data: { before: { id: userId, name: "Pat Person" }, assignee: null } },
    ]);
  });

  it("refuses oneself, the last owner, and whoever is deactivated already", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId });
    const deactivate = (of: string, actor: Actor) => deactivateMember({ db, sellerId, actor, now }, { userId: of });
    expect(await deactivate(owner.id, as(owner.id))).toEqual(refused("own_account"));
    expect(await deactivate(owner.id, product("rules"))).toEqual(refused("last_owner"));
    expect(await deactivate(userId, as(owner.id))).toMatchObject({ ok: true });
    expect(await deactivate(userId, as(owner.id))).toEqual(refused("not_found"));
  });

  it("Z08 of two owners who deactivate each other at the same moment one remains", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId, role: "owner" });
    const answers = await Promise.all([
      deactivateMember({ db, sellerId, actor: as(owner.id), now }, { userId }),
      deactivateMember({ db, sellerId, actor: as(userId), now }, { userId: owner.id }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("last_owner"));
  });

  it("Z08 an owner who was deactivated does not count as one who remains", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId, role: "owner" });
    await deactivateMember({ db, sellerId, actor: as(owner.id), now }, { userId });
    expect(
      await changeRole({ db, sellerId, actor: product("rules"), now }, { userId: owner.id, role: "agent" }),
    ).toEqual(refused("last_owner"));
  });

  it("does not find another seller's member", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const { userId } = await aPerson(db, { sellerId: two.sellerId });
    const ctx = { db, sellerId: one.sellerId, actor: as(one.owner.id), now };
    expect(await deactivateMember(ctx, { userId })).toEqual(refused("not_found"));
    expect(await setLimits(ctx, { userId, limits: { bulkLimit: 1, refundLimits: {}, refundDayLimits: {} } })).toEqual(
      refused("not_found"),
    );
  });
});

describe("reactivateMember", () => {
  it("lets a deactivated person work here again as before, and finds nobody else", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId, email } = await aPerson(db, { sellerId, role: "manager" });
    const ctx = { db, sellerId, actor: as(owner.id), now };
    expect(await reactivateMember(ctx, { userId })).toEqual(refused("not_found"));
    await deactivateMember(ctx, { userId });
    const stranger = await aSeller(db);
    expect(await reactivateMember({ ...ctx, sellerId: stranger.sellerId }, { userId })).toEqual(refused("not_found"));
    expect(await reactivateMember(ctx, { userId })).toMatchObject({ ok: true });
    expect(await findSession(db, await entered(db, email))).toMatchObject([{ member: { role: "manager" } }]);
  });
});

describe("setLimits", () => {
  it("sets another person's limits and nobody's own", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId });
    const limits = { bulkLimit: 20, refundLimits: { USD: 20_000, JPY: 3000 }, refundDayLimits: { USD: 50_000 } };
    const set = (of: string) => setLimits({ db, sellerId, actor: as(owner.id), now }, { userId: of, limits });
    expect(await set(userId)).toMatchObject({ ok: true });
    expect(await set(owner.id)).toEqual(refused("own_account"));
    expect(await withSeller(db, sellerId, (tx) => findMemberLimits(tx, sellerId, userId))).toEqual(limits);
    expect(await withSeller(db, sellerId, (tx) => findMemberLimits(tx, sellerId, owner.id))).toEqual({
      bulkLimit: null,
      refundLimits: {},
      refundDayLimits: {},
    });
  });
});
