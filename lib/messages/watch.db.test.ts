import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deadlines, memberships, messages, outbox, sellers, users, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, member, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { beginWatch, watchSeller } from "@/lib/platform/outbox/begin-watch";
import { work } from "@/lib/platform/queue/work";
import type { Role } from "@/lib/policy/permissions";
import { outboxWork } from "./leave-outbox";
import { type NotificationsForm, saveNotifications } from "./save-notifications";
import { watchWork } from "./watch";

const db = await testDb();
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
beforeEach(() => db.execute(sql`delete from work_items`));
const outboxHandler = outboxWork({ appUrl: "https://returns.pine.net", hasServer: true });

async function aDesk() {
  const seller = await aSeller(db);
  const { sellerId, owner } = seller;
  const channelId = await aChannel(db, seller, { mode: "mirrored", plan: "professional" });
  const inside = <T>(run: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, run);
  const watched = (change: Partial<typeof sellers.$inferInsert>) =>
    inside((tx) => tx.update(sellers).set(change).where(eq(sellers.id, sellerId)));
  return {
    sellerId,
    owner,
    inside,
    watched,
    /** A request whose answer became due so many hours ago. */
    dueAgo: async (hours: number) => {
      const { id } = await aReturn(db, seller, { channelId });
      const dueAt = ago(hours);
      await inside((tx) =>
        tx
          .update(deadlines)
          .set({ dueAt })
          .where(and(eq(deadlines.returnId, id), eq(deadlines.kind, "answer"))),
      );
      return id;
    },
    /** Looks as the worker does, once. */
    look: async () => {
      await inside((tx) => watchSeller(tx, sellerId));
      await drain(db, "watch", watchWork);
    },
    told: (kind: "team.overdue" | "team.digest") =>
      inside((tx) => tx.select({ data: outbox.data }).from(outbox).where(eq(outbox.kind, kind))),
    leave: async () => {
      await drain(db, "outbox", outboxHandler);
      return inside((tx) => tx.select().from(messages));
    },
    member: async (role: Role) => {
      const user = { id: newId(), name: `A ${role}`, email: `${newId()}@team.net`, passwordHash: "none" };
      await db.execute(insertion(users, [user]));
      await inside((tx) => tx.insert(memberships).values({ sellerId, userId: user.id, role }));
      return user.id;
    },
  };
}

/** A seller whose digest of today is due, and whose last one was yesterday's. */
async function aMorning() {
  const desk = await aDesk();
  const [day] = await db.execute<{ yesterday: string }>(
    sql`select ((now() at time zone 'UTC')::date - 1)::text as yesterday`,
  );
  await desk.watched({ digestHour: 0, digestZone: "UTC", digestOn: day?.yesterday ?? "", overdueToldUntil: ago(0) });
  return desk;
}

describe("what became overdue", () => {
  it("P-04 is told once for each deadline, gathered in one message, and nothing of the time before the first look", async () => {
    const desk = await aDesk();
    await desk.dueAgo(30);
    await desk.look();
    expect(await desk.told("team.overdue")).toEqual([]);
    await desk.watched({ overdueToldUntil: ago(72) });
    const [one, two] = [await desk.dueAgo(50), await desk.dueAgo(1)];
    await desk.look();
    await desk.look();
    expect(await desk.told("team.overdue")).toHaveLength(1);
    const mails = (await desk.leave()).filter(({ kind }) => kind === "team.overdue");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("3 deadlines have passed");
    for (const id of [one, two]) expect(mails[0]?.html).toContain(`https://returns.pine.net/returns/${id}`);
  });

  it("P-04 P-18 what was missed before the import, is answered by now, or is the buyer's turn is not told", async () => {
    const desk = await aDesk();
    await desk.watched({ overdueToldUntil: ago(72) });
    const ids = [await desk.dueAgo(5), await desk.dueAgo(5), await desk.dueAgo(5)];
    const states = [{ state: "missed_before_import" }, { state: "met" }, { party: "buyer" }] as const;
    await desk.inside(async (tx) => {
      for (const [index, id] of ids.entries())
        await tx
          .update(deadlines)
          .set(states[index] ?? {})
          .where(eq(deadlines.returnId, id));
    });
    await desk.look();
    expect(await desk.told("team.overdue")).toEqual([]);
  });

  it("is told to nobody when all of it was answered before the message left", async () => {
    const desk = await aDesk();
    await desk.watched({ overdueToldUntil: ago(72) });
    await desk.dueAgo(5);
    await desk.look();
    await desk.inside((tx) => tx.update(deadlines).set({ state: "met" }));
    expect((await desk.leave()).filter(({ kind }) => kind === "team.overdue")).toEqual([]);
  });
});

describe("the daily digest", () => {
  it("is sent once a day, however many workers look, and once after a standstill", async () => {
    const desk = await aMorning();
    await desk.dueAgo(2);
    await desk.inside((tx) => watchSeller(tx, desk.sellerId));
    const ending = new AbortController();
    const workers = [1, 2].map(() => work(db, { watch: watchWork }, ending.signal));
    await expect.poll(async () => (await desk.told("team.digest")).length, { timeout: 10_000 }).toBe(1);
    ending.abort();
    await Promise.all(workers);
    await Promise.all([1, 2, 3].map(() => desk.look()));
    expect(await desk.told("team.digest")).toHaveLength(1);
    const mail = (await desk.leave()).find(({ kind }) => kind === "team.digest");
    expect(mail).toMatchObject({ recipientId: desk.owner.id, state: "queued" });
    expect(mail?.text).toContain("1 new request came in since the last digest.");
    expect(mail?.text).toContain("Need an answer: 1");
    expect(mail?.text).toContain("Overdue by now: 1");
    await desk.watched({ digestOn: "2026-01-01" });
    await desk.inside((tx) => tx.delete(outbox));
    await desk.look();
    expect(await desk.told("team.digest")).toHaveLength(1);
  });

  it("is not sent when there is nothing to tell, nor on the first day", async () => {
    const calm = await aMorning();
    await calm.look();
    expect(await calm.told("team.digest")).toEqual([]);
    const fresh = await aDesk();
    await fresh.dueAgo(1);
    await fresh.look();
    expect(await fresh.told("team.digest")).toEqual([]);
  });

  it("tells nothing of another seller", async () => {
    const [desk, other] = [await aMorning(), await aMorning()];
    await other.dueAgo(2);
    await desk.look();
    expect(await desk.told("team.digest")).toEqual([]);
    await other.look();
    expect(await other.told("team.digest")).toHaveLength(1);
  });
});

it("a seller is looked at again within the hour, and signing in once more neither hurries nor doubles that", async () => {
  const desk = await aDesk();
  await desk.inside((tx) => beginWatch(tx, desk.sellerId));
  await drain(db, "watch", watchWork);
  await desk.inside((tx) => beginWatch(tx, desk.sellerId));
  const rows = await db.select().from(workItems).where(eq(workItems.kind, "watch"));
  expect(rows).toHaveLength(1);
  const wait = (rows[0]?.dueAt.getTime() ?? 0) - Date.now();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(HOUR + 1000);
  expect(await drain(db, "watch", watchWork)).toBe(0);
});

describe("what members choose", () => {
  const save = (desk: { sellerId: string }, userId: string, form: Partial<NotificationsForm>) =>
    saveNotifications(
      { db, sellerId: desk.sellerId, actor: member(userId), now: new Date() },
      { choices: [], digest: null, ...form },
    );

  it("S1-01 is respected when a message leaves, in place of what the role is told", async () => {
    const desk = await aMorning();
    const [agent, viewer] = [await desk.member("agent"), await desk.member("viewer")];
    await desk.dueAgo(2);
    const choices = [
      { userId: desk.owner.id, event: "team.digest" as const, isOn: false },
      { userId: viewer, event: "team.digest" as const, isOn: true },
    ];
    expect(await save(desk, desk.owner.id, { choices })).toEqual({ ok: true, value: null });
    expect(await db.$count(workItems, and(eq(workItems.kind, "watch"), eq(workItems.sellerId, desk.sellerId)))).toBe(1);
    await desk.look();
    const told = (await desk.leave())
      .filter(({ kind }) => kind === "team.digest")
      .map(({ recipientId }) => recipientId);
    expect(told).toEqual([viewer]);
    expect(told).not.toContain(agent);
  });

  it("is each one's own: for others it takes an owner, and what a role cannot hear or a stranger has is refused", async () => {
    const desk = await aDesk();
    const [agent, viewer] = [await desk.member("agent"), await desk.member("viewer")];
    const other = await aDesk();
    const choice = (userId: string, event: "team.requested" | "team.digest" = "team.digest") => ({
      choices: [{ userId, event, isOn: true }],
    });
    expect(await save(desk, agent, choice(agent))).toMatchObject({ ok: true });
    expect(await save(desk, agent, choice(viewer))).toMatchObject({
      refusal: { code: "forbidden", needs: "team:write" },
    });
    expect(await save(desk, desk.owner.id, choice(viewer, "team.requested"))).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await save(desk, desk.owner.id, choice(other.owner.id))).toMatchObject({ refusal: { code: "not_found" } });
  });

  it("two who set the time of the digest at once: one wins, the other is shown what stands now", async () => {
    const desk = await aDesk();
    const seen = { hour: 9, zone: "UTC" };
    const answers = await Promise.all(
      [7, 8].map((hour) => save(desk, desk.owner.id, { digest: { seen, to: { hour, zone: "Asia/Shanghai" } } })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const won = answers[0]?.ok ? 7 : 8;
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "changed_since", current: { hour: won, zone: "Asia/Shanghai" } },
    });
    const agent = { digest: { seen, to: seen } };
    expect(await save(desk, await desk.member("agent"), agent)).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });
});
