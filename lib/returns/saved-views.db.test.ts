import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { memberships, returns, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, member, statementsOf, testDb } from "@/db/testing";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { findListFrame } from "./returns-frame";
import { deleteView, saveView } from "./saved-views";
import { emptyFilter } from "./shared/filter";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");

async function aTeam() {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const colleague = { id: newId(), name: "Mei", email: `${newId()}@team.example.net`, passwordHash: "none" };
  await db.execute(insertion(users, [colleague]));
  await withSeller(db, sellerId, (tx) =>
    tx.insert(memberships).values({ sellerId, userId: colleague.id, role: "agent" }),
  );
  const aView = (name: string, isShared = false) => ({ id: newId(), name, query: "policy=exempt", isShared });
  const as = (userId: string) => ({ db, sellerId, actor: { ...member(userId), id: userId }, now });
  const seenBy = async (userId: string) =>
    (
      await withSeller(db, sellerId, (tx) =>
        findListFrame(tx, sellerId, emptyFilter("authorization_required"), now, userId),
      )
    ).views;
  return { seller, sellerId, me: as(owner.id), mei: as(colleague.id), aView, seenBy };
}

describe("a saved view", () => {
  it("is its owner's alone until it is shared; others see it then, with whose it is, and cannot change it", async () => {
    const { me, mei, aView, seenBy } = await aTeam();
    const view = aView("Exempt ones");
    await saveView(me, view);
    expect(await seenBy(mei.actor.id)).toEqual([]);
    await saveView(me, { ...view, name: "Exempt", isShared: true });
    expect(await seenBy(mei.actor.id)).toEqual([
      { id: view.id, name: "Exempt", query: view.query, isShared: true, isOwn: false, owner: "Olive Owner" },
    ]);
    expect(await seenBy(me.actor.id)).toMatchObject([{ name: "Exempt", isOwn: true }]);
    const notFound = { ok: false, refusal: { code: "not_found" } };
    expect(await saveView(mei, { ...view, name: "Mine now" })).toEqual(notFound);
    expect(await deleteView(mei, { id: view.id })).toEqual(notFound);
  });

  it("carries the count of what it finds, in its own tab, with what its reader sees", async () => {
    const { sellerId, me, seller } = await aTeam();
    const channelId = await aChannel(db, seller);
    const found = await aReturn(db, seller, { channelId, now });
    await aReturn(db, seller, { channelId, now });
    const views = [
      { id: newId(), name: "All", query: "tab=all", isShared: false },
      { id: newId(), name: "Closed", query: "tab=closed", isShared: false },
      { id: newId(), name: "Mine", query: "tab=all&assignee=me", isShared: true },
    ];
    for (const view of views) await saveView(me, view);
    await withSeller(db, sellerId, (tx) =>
      tx.update(returns).set({ assigneeId: me.actor.id }).where(eq(returns.id, found.id)),
    );
    const read = () =>
      withSeller(db, sellerId, (tx) => findListFrame(tx, sellerId, emptyFilter("closed"), now, me.actor.id));
    const { keptCounts } = await read();
    expect(views.map(({ id }) => keptCounts[id])).toEqual([2, 0, 1]);
    expect(await statementsOf(db, read)).toHaveLength(2);
  });

  it("has a name of its own among its owner's, also when two are saved at once", async () => {
    const { me, mei, aView, seenBy } = await aTeam();
    const answers = await Promise.all([saveView(me, aView("Late")), saveView(me, aView("Late"))]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "view_name_taken", name: "Late" } });
    expect(await saveView(mei, aView("Late"))).toMatchObject({ ok: true });
    const other = aView("Later");
    await saveView(me, other);
    expect(await saveView(me, { ...other, name: "Late" })).toMatchObject({ refusal: { code: "view_name_taken" } });
    expect(await seenBy(me.actor.id)).toHaveLength(2);
  });

  it("that was deleted comes back as itself, and there is an end to how many one keeps", async () => {
    const { me, aView, seenBy } = await aTeam();
    const view = aView("Late");
    await saveView(me, view);
    const gone = await deleteView(me, { id: view.id });
    expect(gone).toEqual({ ok: true, value: view });
    await saveView(me, view);
    expect(await seenBy(me.actor.id)).toMatchObject([{ id: view.id }]);
    for (let n = 1; n < 50; n++) await saveView(me, aView(`View ${n}`));
    expect(await saveView(me, aView("One more"))).toEqual({
      ok: false,
      refusal: { code: "too_many_views", limit: 50 },
    });
  });

  it("is for people of the seller: whoever only looks in keeps none", async () => {
    const { me, aView } = await aTeam();
    const support = (await aTeam()).me.actor;
    expect(await saveView({ ...me, actor: support }, aView("Late"))).toEqual({
      ok: false,
      refusal: { code: "not_a_member" },
    });
  });

  it("is nothing to another seller", async () => {
    const mine = await aTeam();
    const theirs = await aTeam();
    const view = mine.aView("Late", true);
    await saveView(mine.me, view);
    expect(await theirs.seenBy(mine.me.actor.id)).toEqual([]);
    expect(await deleteView({ ...mine.me, sellerId: theirs.sellerId }, { id: view.id })).toMatchObject({ ok: false });
  });
});
