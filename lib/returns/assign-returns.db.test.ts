import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events, memberships, returns, users } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, statementsOf, type TestSeller, testDb } from "@/db/testing";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import { assignReturns, undoAssignment } from "./assign-returns";
import { emptyFilter } from "./shared/filter";

const db = await testDb();
const now = new Date("2026-11-20T10:00:00Z");
const later = new Date("2026-11-20T10:00:05Z");

type Person = { id: string; name: string };
const actorOf = ({ id, name }: Person): Actor => ({ kind: "person", id, name });

async function aMember({ sellerId }: TestSeller, name: string): Promise<Person> {
  const person = { id: newId(), name };
  await db.execute(insertion(users, [{ ...person, email: `${person.id}@team.example.net`, passwordHash: "none" }]));
  await withSeller(db, sellerId, (tx) => tx.insert(memberships).values({ sellerId, userId: person.id, role: "agent" }));
  return person;
}

async function aTeam() {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const channelId = await aChannel(db, seller);
  const li = await aMember(seller, "Li Na");
  const mei = await aMember(seller, "Mei");
  const request = async () => (await aReturn(db, seller, { channelId })).id;
  const assign = (ids: string[], to: Person | null, rest: { by?: Person; seenId?: string | null; at?: Date } = {}) =>
    assignReturns(
      { db, sellerId, actor: actorOf(rest.by ?? seller.owner), now: rest.at ?? now },
      { selection: { mode: "ids", ids }, assigneeId: to?.id ?? null, seenId: rest.seenId },
    );
  const ownerOf = async (id: string) => {
    const [row] = await withSeller(db, sellerId, (tx) =>
      tx.select({ assigneeId: returns.assigneeId }).from(returns).where(eq(returns.id, id)),
    );
    return row?.assigneeId ?? null;
  };
  const eventsOf = (id: string) =>
    withSeller(db, sellerId, (tx) =>
      tx
        .select({ actorName: events.actorName, data: events.data })
        .from(events)
        .where(and(eq(events.returnId, id), eq(events.kind, "assigned")))
        .orderBy(asc(events.id)),
    );
  return { seller, sellerId, li, mei, request, assign, ownerOf, eventsOf };
}

describe("assigning", () => {
  it("gives returns to a member with one event each, from whom to whom, and leaves alone what is theirs already", async () => {
    const { li, request, assign, ownerOf, eventsOf } = await aTeam();
    const [first, second] = [await request(), await request()];
    await assign([first], li);
    const answer = await assign([first, second], li);
    expect(answer).toMatchObject({ ok: true, value: { assigned: 1, to: li } });
    expect([await ownerOf(first), await ownerOf(second)]).toEqual([li.id, li.id]);
    expect(await eventsOf(first)).toMatchObject([{ actorName: "Olive Owner", data: { before: null, assignee: li } }]);
    await assign([first], null);
    expect((await eventsOf(first)).at(-1)).toMatchObject({ data: { before: li, assignee: null } });
  });

  it("two who take the same return at once: one has it, one event, and the other is told whose it is", async () => {
    const { li, mei, request, assign, ownerOf, eventsOf } = await aTeam();
    const id = await request();
    const answers = await Promise.all([
      assign([id], li, { by: li, seenId: null }),
      assign([id], mei, { by: mei, seenId: null }),
    ]);
    const winner = answers[0].ok ? li : mei;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "assigned_since", name: winner.name } });
    expect(await ownerOf(id)).toBe(winner.id);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it("takes all that match, and no more than a thousand of them", async () => {
    const { sellerId, seller, li, mei, request, assign } = await aTeam();
    const [mine] = [await request(), await request()];
    await assign([mine], li);
    const filter = { ...emptyFilter("all"), assignee: ["nobody"] };
    const selection = { mode: "query" as const, filter, snapshotAt: new Date().toISOString(), excludedIds: [] };
    const act = { sellerId, selection, assigneeId: mei.id, actor: actorOf(seller.owner), now };
    expect(await assignReturns({ db, ...act }, act)).toMatchObject({ ok: true, value: { assigned: 1 } });
    expect(await assignReturns({ db, ...act }, act)).toMatchObject({
      ok: false,
      refusal: { code: "nothing_selected" },
    });
  });

  it("refuses who works here no more, who never did, and another seller's return", async () => {
    const { sellerId, li, mei, request, assign, ownerOf } = await aTeam();
    const stranger = await aTeam();
    const id = await request();
    const inactive = { ok: false, refusal: { code: "member_inactive" } };
    await withSeller(db, sellerId, (tx) =>
      tx.update(memberships).set({ deactivatedAt: now }).where(eq(memberships.userId, mei.id)),
    );
    expect(await assign([id], mei)).toEqual(inactive);
    expect(await assign([id], stranger.li)).toEqual(inactive);
    expect(await stranger.assign([id], stranger.li)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await ownerOf(id)).toBeNull();
    expect(await assign([id], li)).toMatchObject({ ok: true });
  });

  it("takes no more statements for many than for one", async () => {
    const { li, mei, request, assign } = await aTeam();
    const ids = [await request(), await request(), await request()];
    const one = await statementsOf(db, () => assign(ids.slice(0, 1), li));
    const many = await statementsOf(db, () => assign(ids, mei));
    expect(many).toHaveLength(one.length);
    expect(one.length).toBeLessThanOrEqual(6);
  });
});

describe("undoing an assignment", () => {
  it("gives each return back to whoever had it, and leaves what changed hands since", async () => {
    const { seller, sellerId, li, mei, request, assign, ownerOf } = await aTeam();
    const [had, free, moved] = [await request(), await request(), await request()];
    await assign([had], li);
    const done = await assign([had, free, moved], mei, { at: later });
    if (!done.ok) throw new Error("refused");
    await assign([moved], li);
    const undo = (actor: Actor) =>
      undoAssignment({ db, sellerId, actor, now: later }, { at: done.value.at, batchId: done.value.batchId });
    expect(await undo(actorOf(li))).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    expect(await undo(actorOf(seller.owner))).toEqual({ ok: true, value: { undone: 2, kept: 1 } });
    expect([await ownerOf(had), await ownerOf(free), await ownerOf(moved)]).toEqual([li.id, null, li.id]);
  });
});
