import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { memberships, presence, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, member, statementsOf, testDb } from "@/db/testing";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { lockReturns } from "@/lib/platform/moves/add-events";
import type { Doing } from "@/lib/policy/doings";
import { listReturns } from "@/lib/returns/returns-list";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { moveReturns } from "../returns/move-returns";
import { leaveReturn, stayAtReturn } from "./stay-at-return";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

/** A shop with one return, and its people at it. */
async function aShop() {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const { id: returnId } = await aReturn(db, seller, { channelId: await aChannel(db, seller) });
  const join = async (name: string) => {
    const user = { id: newId(), name, email: `${newId()}@team.example.net`, passwordHash: "none" };
    await db.execute(insertion(users, [user]));
    await withSeller(db, sellerId, (tx) => tx.insert(memberships).values({ sellerId, userId: user.id, role: "agent" }));
    return user.id;
  };
  const stay = (userId: string, doing: Doing = "looking") =>
    stayAtReturn({ db, sellerId, actor: member(userId), now: new Date() }, { returnId, doing });
  const seenBy = async (userId: string, doing?: Doing) => {
    const answer = await stay(userId, doing);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value;
  };
  /** As if everybody's, or one person's, last word were so long ago. */
  const age = (seconds: number, userId?: string) =>
    withSeller(db, sellerId, (tx) =>
      tx
        .update(presence)
        .set({
          seenAt: sql`${presence.seenAt} - make_interval(secs => ${seconds})`,
          since: sql`${presence.since} - make_interval(secs => ${seconds})`,
        })
        .where(and(eq(presence.sellerId, sellerId), userId ? eq(presence.userId, userId) : undefined)),
    );
  const noted = () => withSeller(db, sellerId, (tx) => tx.select({ userId: presence.userId }).from(presence));
  return { seller, sellerId, owner, returnId, join, stay, seenBy, age, noted };
}

describe("who is at a return", () => {
  it("sees the others with what they do and since when, and who began first; never oneself", async () => {
    const { owner, join, stay, seenBy, age } = await aShop();
    const mei = await join("Mei");
    expect((await seenBy(owner.id)).colleagues).toEqual([]);
    await stay(mei, "authorizing");
    await age(20, mei);
    expect((await seenBy(owner.id, "closing")).colleagues).toEqual([
      { id: mei, name: "Mei", doing: "authorizing", seconds: expect.any(Number), cameFirst: true },
    ]);
    expect((await seenBy(mei, "authorizing")).colleagues).toMatchObject([
      { id: owner.id, doing: "closing", cameFirst: false },
    ]);
  });

  it("counts from the beginning of what somebody does, not from the last word of it", async () => {
    const { owner, join, stay, seenBy, age } = await aShop();
    const mei = await join("Mei");
    const isLong = async () => Number((await seenBy(owner.id)).colleagues[0]?.seconds) >= 15;
    await stay(mei);
    await age(15, mei);
    await stay(mei);
    expect(await isLong()).toBe(true);
    await stay(mei, "writing");
    expect(await isLong()).toBe(false);
    await age(15, mei);
    await stay(mei);
    expect(await isLong()).toBe(false);
  });

  it("loses whoever left at once, and whoever was not seen for 25 s; their notes do not stay behind", async () => {
    const { sellerId, returnId, owner, join, stay, seenBy, age, noted } = await aShop();
    const [mei, bo] = [await join("Mei"), await join("Bo")];
    await stay(mei);
    await stay(bo);
    await leaveReturn({ db, sellerId, actor: member(mei), now: new Date() }, { returnId });
    expect((await seenBy(owner.id)).colleagues).toMatchObject([{ name: "Bo" }]);
    await age(15, bo);
    expect((await seenBy(owner.id)).colleagues).toHaveLength(1);
    await age(15, bo);
    expect((await seenBy(owner.id)).colleagues).toEqual([]);
    expect(await noted()).toEqual([{ userId: owner.id }]);
    await stay(bo);
    expect((await seenBy(owner.id)).colleagues).toMatchObject([{ name: "Bo" }]);
  });

  it("keeps one note of a person who has it open twice, and two who come back at once do not wait for each other", async () => {
    const { owner, join, stay, age, noted } = await aShop();
    const mei = await join("Mei");
    await Promise.all([stay(mei), stay(mei, "closing"), stay(owner.id), stay(owner.id)]);
    expect(await noted()).toHaveLength(2);
    for (let round = 0; round < 5; round++) {
      await age(60);
      const answers = await Promise.all([stay(mei), stay(owner.id)]);
      expect(answers.every(({ ok }) => ok)).toBe(true);
    }
    expect(await noted()).not.toEqual([]);
  });

  it("waits for no move: a return that is being moved is answered for at once", async () => {
    const { sellerId, owner, returnId, stay, noted } = await aShop();
    await withSeller(db, sellerId, async (tx) => {
      await lockReturns(tx, sellerId, [returnId]);
      expect(await stay(owner.id)).toMatchObject({ ok: true });
    });
    expect(await noted()).toEqual([]);
    await stay(owner.id);
    expect(await noted()).toHaveLength(1);
  });

  it("tells the newest move, and whether it was one's own", async () => {
    const { sellerId, owner, join, returnId, seenBy } = await aShop();
    const mei = await join("Mei");
    expect((await seenBy(mei)).lastMove).toBeNull();
    const actor = { kind: "person", id: owner.id, name: owner.name } as const;
    const request = { move: "close", reason: "window_expired", comment: "The window closed." } as const;
    await moveReturns({ db, sellerId, actor, now: new Date() }, { ids: [returnId], request });
    expect((await seenBy(mei)).lastMove).toMatchObject({
      kind: "close",
      actor: "person",
      name: owner.name,
      isOwn: false,
    });
    expect((await seenBy(owner.id)).lastMove).toMatchObject({ kind: "close", isOwn: true });
  });

  it("sends two statements a beat", async () => {
    const { owner, stay } = await aShop();
    await stay(owner.id);
    expect(await statementsOf(db, () => stay(owner.id))).toHaveLength(2);
  });

  it("is another seller's secret: not found, and nothing noted", async () => {
    const { returnId, owner, stay, seenBy, noted } = await aShop();
    await stay(owner.id);
    const stranger = await aShop();
    const theirs = asOwner(db, stranger.seller);
    expect(await stayAtReturn(theirs, { returnId, doing: "looking" })).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
    await leaveReturn({ ...theirs, actor: member(owner.id) }, { returnId });
    expect(await stranger.noted()).toEqual([]);
    expect(await noted()).toHaveLength(1);
    expect((await seenBy(owner.id)).colleagues).toEqual([]);
  });
});

it("a row of the list names who has its return open, as long as they do", async () => {
  const { sellerId, owner, join, stay, age } = await aShop();
  const mei = await join("Mei");
  const lookers = async () => {
    const filter = emptyFilter("authorization_required");
    const { rows } = await withSeller(db, sellerId, (tx) =>
      listReturns(tx, sellerId, filter, { now: new Date(), per: 50 }),
    );
    return rows.map((row) => row.lookers);
  };
  expect(await lookers()).toEqual([[]]);
  await stay(mei);
  await stay(owner.id, "authorizing");
  expect(await lookers()).toEqual([
    [
      { id: mei, name: "Mei" },
      { id: owner.id, name: owner.name },
    ],
  ]);
  await age(26, mei);
  expect(await lookers()).toEqual([[{ id: owner.id, name: owner.name }]]);
});
