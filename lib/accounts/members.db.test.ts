import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { findSession } from "@/db/queries/sessions";
import { memberships } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { type Actor, SYSTEM } from "../actor";
import { aPerson, enter, entered } from "./accounts-testing";
import { addMember, changeRole, deactivateUser } from "./members";
import { switchSeller } from "./switch-seller";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const now = new Date();
const as = (userId: string): Actor => ({ kind: "seller", id: userId, name: "Olive Owner" });
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
      addMember(db, { sellerId, userId, role: "agent" }),
      addMember(db, { sellerId, userId, role: "owner" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("already_member"));
  });

  it("does not find somebody who does not exist", async () => {
    const { sellerId } = await aSeller(db);
    expect(await addMember(db, { sellerId, userId: sellerId, role: "agent" })).toEqual(refused("not_found"));
  });
});

describe("changeRole", () => {
  it("N07 ends the member's sessions at this seller at once, and no other", async () => {
    const [seller, other] = [await aSeller(db), await aSeller(db)];
    const { userId, email } = await aPerson(db, { sellerId: seller.sellerId });
    await addMember(db, { sellerId: other.sellerId, userId, role: "owner" });
    const [here, there] = [await entered(db, email), await entered(db, email)];
    await switchSeller(db, { ...here, sellerId: seller.sellerId });
    await switchSeller(db, { ...there, sellerId: other.sellerId });
    const { sellerId } = seller;
    expect(await changeRole(db, { sellerId, userId, role: "viewer", actor: as(seller.owner.id), now })).toMatchObject({
      ok: true,
    });
    expect(await findSession(db, here)).toHaveLength(0);
    expect(await findSession(db, there)).not.toHaveLength(0);
    expect(await roleOf(sellerId, userId)).toBe("viewer");
    expect(await roleOf(other.sellerId, userId)).toBe("owner");
  });

  it("Z08 refuses one's own role, and taking away the last owner", async () => {
    const { sellerId, owner } = await aSeller(db);
    const change = { sellerId, userId: owner.id, role: "agent", now } as const;
    expect(await changeRole(db, { ...change, actor: as(owner.id) })).toEqual(refused("own_account"));
    expect(await changeRole(db, { ...change, actor: SYSTEM })).toEqual(refused("last_owner"));
    expect(await roleOf(sellerId, owner.id)).toBe("owner");
  });

  it("Z08 of two owners who demote each other at the same moment one remains", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId, role: "owner" });
    const answers = await Promise.all([
      changeRole(db, { sellerId, userId, role: "agent", actor: as(owner.id), now }),
      changeRole(db, { sellerId, userId: owner.id, role: "agent", actor: as(userId), now }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("last_owner"));
  });

  it("does not find another seller's member", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const { userId } = await aPerson(db, { sellerId: two.sellerId, role: "agent" });
    const change = { sellerId: one.sellerId, userId, role: "owner", actor: as(one.owner.id), now } as const;
    expect(await changeRole(db, change)).toEqual(refused("not_found"));
    expect(await roleOf(two.sellerId, userId)).toBe("agent");
  });
});

describe("deactivateUser", () => {
  it("N07 ends every session at once, and nobody signs in again", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId, email } = await aPerson(db, { sellerId });
    const ids = await entered(db, email);
    expect(await deactivateUser(db, { sellerId, userId, actor: as(owner.id), now })).toMatchObject({ ok: true });
    expect(await findSession(db, ids)).toHaveLength(0);
    expect(await enter(db, email)).toEqual(refused("bad_credentials"));
  });

  it("refuses oneself, the last owner, and whoever also works elsewhere", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const { userId } = await aPerson(db, { sellerId: one.sellerId });
    await addMember(db, { sellerId: two.sellerId, userId, role: "agent" });
    const { sellerId, owner } = one;
    expect(await deactivateUser(db, { sellerId, userId: owner.id, actor: as(owner.id), now })).toEqual(
      refused("own_account"),
    );
    expect(await deactivateUser(db, { sellerId, userId: owner.id, actor: SYSTEM, now })).toEqual(refused("last_owner"));
    expect(await deactivateUser(db, { sellerId, userId, actor: as(owner.id), now })).toEqual(
      refused("belongs_elsewhere"),
    );
  });

  it("of two owners who close each other's account at the same moment one remains", async () => {
    const { sellerId, owner } = await aSeller(db);
    const { userId } = await aPerson(db, { sellerId, role: "owner" });
    const answers = await Promise.all([
      deactivateUser(db, { sellerId, userId, actor: as(owner.id), now }),
      deactivateUser(db, { sellerId, userId: owner.id, actor: as(userId), now }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("last_owner"));
  });

  it("does not find another seller's member", async () => {
    const [one, two] = [await aSeller(db), await aSeller(db)];
    const { userId, email } = await aPerson(db, { sellerId: two.sellerId });
    const attempt = { sellerId: one.sellerId, userId, actor: as(one.owner.id), now };
    expect(await deactivateUser(db, attempt)).toEqual(refused("not_found"));
    expect(await enter(db, email)).toMatchObject({ ok: true });
  });
});
