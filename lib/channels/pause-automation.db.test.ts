import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { deadlines, events, returns, workItems } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, member, type TestSeller, testDb } from "@/db/testing";
import { automationOutcome } from "@/lib/policy/judging/automation-history";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { AUTOMATION_CHOICES } from "@/lib/policy/terms/term-choices";
import { fireDeadline } from "../returns/fire-deadline";
import { readAutomationHistory } from "./automation-history";
import { listRequestGroups } from "./automation-past";
import { findAutomationPause } from "./automation-pause";
import { pauseAutomation, resumeAutomation } from "./pause-automation";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date();
const { operation } = defaultPolicy;
const automatic = {
  ...operation,
  automation: { ...operation.automation, choice: "all" as const },
  clocks: { ...operation.clocks, answerConsequence: "authorize" as const },
};
const pause = ({ sellerId, owner }: TestSeller, name = "Olive") =>
  pauseAutomation({ db, sellerId, actor: { ...member(owner.id), name }, now: NOW });

const returnOf = ({ sellerId }: TestSeller, id: string) =>
  withSeller(db, sellerId, async (tx) => {
    const [row] = await tx
      .select({ status: returns.status, evaluation: returns.evaluation })
      .from(returns)
      .where(eq(returns.id, id));
    const clocks = await tx.select().from(deadlines).where(eq(deadlines.returnId, id));
    const history = await tx
      .select({ kind: events.kind, data: events.data })
      .from(events)
      .where(eq(events.returnId, id))
      .orderBy(events.id);
    return { ...row, clocks, events: history };
  });

it("S4-01 while automation is paused a request that settings would authorize is left to a person", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { operation: automatic });
  const before = await aReturn(db, seller, { channelId });
  await pause(seller);
  const after = await aReturn(db, seller, { channelId });
  const because = async (id: string) => (await returnOf(seller, id)).evaluation?.automation.because;
  expect(await because(before.id)).toBe("choice_all");
  expect(await because(after.id)).toBe("paused");
});

it("P-04 while automation is paused an answer deadline authorizes nothing and says so, and an expiry runs on", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { operation: automatic });
  const { id } = await aReturn(db, seller, { channelId });
  await pause(seller);
  const clockOf = async (kind: "answer" | "expire") =>
    (await returnOf(seller, id)).clocks.find((clock) => clock.kind === kind);
  const far = new Date(NOW.getTime() + 365 * 86_400_000);
  const fire = async (kind: "answer" | "expire") =>
    fireDeadline({ db, sellerId: seller.sellerId, now: far }, { deadlineId: (await clockOf(kind))?.id ?? "" });
  await fire("answer");
  const waiting = await returnOf(seller, id);
  expect(waiting.status).toBe("authorization_required");
  expect(waiting.events.at(-1)).toMatchObject({
    kind: "consequence_refused",
    data: { consequence: "authorize", refusal: { code: "automation_paused" } },
  });
  expect((await clockOf("answer"))?.state).toBe("open");
  await fire("expire");
  expect((await returnOf(seller, id)).status).toBe("closed");
});

it("S4-01 of two who pause at once one does, and resuming judges every channel again and moves nothing", async () => {
  const seller = await aSeller(db);
  const channels = [await aChannel(db, seller, { operation: automatic }), await aChannel(db, seller)];
  const answers = await Promise.all([pause(seller, "Ada"), pause(seller, "Ben")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { id } = await aReturn(db, seller, { channelId: channels[0] ?? "" });
  const resumed = await Promise.all(
    [1, 2].map(() => resumeAutomation({ db, sellerId: seller.sellerId, actor: member(seller.owner.id), now: NOW })),
  );
  expect(resumed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(resumed.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "not_paused" } });
  const queued = await db
    .select({ id: workItems.id })
    .from(workItems)
    .where(and(eq(workItems.sellerId, seller.sellerId), eq(workItems.kind, "rejudge")));
  expect(queued.map((item) => item.id).sort()).toEqual([...channels].sort());
  expect((await returnOf(seller, id)).status).toBe("authorization_required");
});

it("a pause is one seller's and no other's", async () => {
  const [seller, other] = [await aSeller(db), await aSeller(db)];
  await pause(seller);
  const found = (of: TestSeller) => withSeller(db, of.sellerId, (tx) => findAutomationPause(tx, of.sellerId));
  expect(await found(seller)).toEqual({ at: NOW, by: "Olive" });
  expect(await found(other)).toBeNull();
});

it("S4-01 a month read in groups says of every choice what its requests would have been answered", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { plan: "professional", hasPrepaid: true });
  const day = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
  const on = (days: number) => day(days).toISOString().slice(0, 10);
  for (const [days, quantity, reason] of [
    [3, 1, "CR-DEFECTIVE"],
    [20, 1, "CR-UNWANTED_ITEM"],
    [35, 1, "CR-UNWANTED_ITEM"],
    [90, 1, "CR-UNWANTED_ITEM"],
    [90, 2, "CR-UNWANTED_ITEM"],
  ] as const)
    await aReturn(db, seller, {
      channelId,
      orderedOn: on(days),
      deliveredOn: on(days - 2),
      quantity,
      reason,
      requestedAt: day(1),
      now: day(1),
    });
  await aReturn(db, seller, { channelId, requestedAt: day(40), now: day(40) });
  const { groups } = (await readAutomationHistory(asOwner(db, seller, NOW), { channelId })) ?? {
    groups: [],
  };
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  const channel = { mode: "managed", plan: "professional" } as const;
  const authorized = AUTOMATION_CHOICES.map(
    (choice) =>
      automationOutcome(groups, channel, { choice, withinDays: null, exempt: "manual", isOnForMirrored: false })
        .authorized,
  );
  // S1-03: what is in policy goes through on a professional plan whatever the choice.
  const inPolicy = groups.filter(({ verdict }) => verdict === "in_policy").reduce((sum, { count }) => sum + count, 0);
  expect(authorized).toEqual([inPolicy, 5, inPolicy]);
  expect(inPolicy).toBeGreaterThan(1);
  expect(inPolicy).toBeLessThan(5);
  expect(await readAutomationHistory(asOwner(db, await aSeller(db), NOW), { channelId })).toBeNull();
});

it("P-20 of a mirrored channel only what its marketplace left pending is counted", async () => {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller, { mode: "mirrored" });
  await aReturn(db, seller, { channelId, status: "awaiting_return" });
  await aReturn(db, seller, { channelId });
  const asked = { channelId, since: "2020-01-01", limit: 10 };
  const groups = await withSeller(db, seller.sellerId, (tx) => listRequestGroups(tx, seller.sellerId, asked));
  expect(groups.map(({ count }) => count)).toEqual([1]);
});
