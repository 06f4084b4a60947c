import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { messages, robots } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aChannel, aReturn, aSeller, asOwner, inShop, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { aChatServer } from "@/db/testing-robots";
import { writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { work } from "@/lib/platform/queue/work";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { outboxWork } from "./leave-outbox";
import { listRobots, robotRoomAt } from "./robots";
import { addRobot, changeRobot, retireRobot } from "./save-robot";
import { sendAgain } from "./send-again";
import { robotWork } from "./send-to-robot";
import { testRobot } from "./test-robot";

const db = await testDb();
const chat = await aChatServer();
afterAll(() => chat.leave());
beforeEach(async () => {
  chat.told.length = 0;
  chat.answer({ errcode: 0 });
  await db.execute(sql`delete from work_items`);
});

const outboxHandler = outboxWork({ appUrl: "https://returns.pine.net", hasServer: false });
const robotHandler = robotWork(chat.post);
const leave = () => drain(db, "outbox", outboxHandler);
const tell = () => drain(db, "robot", robotHandler);
const later = (seconds: number) =>
  db.execute(sql`update work_items set due_at = due_at - make_interval(secs => ${seconds})`);

const URLS = {
  wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k3y",
  dingtalk: "https://oapi.dingtalk.com/robot/send?access_token=t0ken",
  feishu: "https://open.feishu.cn/open-apis/bot/v2/hook/h00k",
};

async function aGroup(kind: keyof typeof URLS = "wecom", rest: { secret?: string; locale?: "en" | "zh-CN" } = {}) {
  const seller = await aSeller(db);
  const { sellerId } = seller;
  const who = asOwner(db, seller);
  const channelId = await aChannel(db, seller);
  const robotId = newId();
  const form = { robotId, kind, name: "Night shift", url: URLS[kind], events: [...TEAM_EVENTS] };
  await addRobot(who, { secret: "", locale: "en", ...form, ...rest });
  const inside = <T>(run: Parameters<typeof withSeller<T>>[2]) => withSeller(db, sellerId, run);
  return {
    sellerId,
    who,
    robotId,
    inside,
    /** So many messages that wait for the robot. */
    waiting: async (count: number) => {
      const now = new Date();
      const keys = Array.from({ length: count }, () => newId());
      const queued = keys.map((dedupeKey) => ({ eventId: null, dedupeKey, availableAt: now, createdAt: now }));
      const { id: returnId } = await aReturn(db, seller, { channelId, buyerName: "Mei" });
      const rows = queued.map((row) => ({ kind: "team.requested" as const, returnId, ...row }));
      await inside((tx) => writeTogether(tx, queuedMessages(sellerId, rows)));
      await leave();
    },
    count: (state: string) => inside((tx) => tx.$count(messages, sql`robot_id is not null and state = ${state}`)),
    /** A request that the team is told of, as far as the outbox lets it go. */
    announced: async () => {
      const made = await aReturn(db, seller, { channelId, buyerName: "Mei", buyerComment: "It broke" });
      const now = new Date();
      const message = { eventId: null, dedupeKey: newId(), availableAt: now, createdAt: now };
      await inside((tx) =>
        writeTogether(tx, queuedMessages(sellerId, [{ kind: "team.requested", returnId: made.id, ...message }])),
      );
      await leave();
      return made;
    },
    message: async () => {
      const rows = await inside((tx) => tx.select().from(messages).where(sql`robot_id is not null`));
      if (!rows[0] || rows.length > 1) throw new Error(`${rows.length} messages instead of one`);
      return rows[0];
    },
    robot: async () => (await inside((tx) => listRobots(tx, sellerId)))[0],
  };
}

describe("a group robot", () => {
  it("S1-01 S1-17 is told a request in its language, with links into the console, beside the mails", async () => {
    const group = await aGroup("wecom", { locale: "zh-CN" });
    const { id, number } = await group.announced();
    expect(await tell()).toBe(1);
    const row = await group.message();
    expect(row).toMatchObject({ state: "sent", toName: "Night shift", toAddress: null, locale: "zh-CN", html: "" });
    expect(chat.told).toEqual([
      { path: "/cgi-bin/webhook/send?key=k3y", body: { msgtype: "markdown", markdown: { content: row.text } } },
    ]);
    expect(row.text).toContain(`R-${number}`);
    expect(row.text).toContain(`(https://returns.pine.net/returns/${id}?dialog=authorize)`);
    expect(row.text).toContain("Homeward");
    const all = await group.inside((tx) => tx.select().from(messages));
    expect(all.map(({ robotId, state }) => [robotId, state]).sort()).toEqual(
      [
        [group.robotId, "sent"],
        [null, "kept"],
      ].sort(),
    );
    expect((await group.robot())?.last).toMatchObject({ id: row.id, state: "sent", error: null });
  });

  it("is signed where it has a secret, anew at each attempt", async () => {
    const group = await aGroup("dingtalk", { secret: "SECret" });
    await group.announced();
    chat.answer({ errcode: 130101, errmsg: "send too fast" });
    await tell();
    expect((await group.message()).state).toBe("queued");
    chat.answer({ errcode: 0, errmsg: "ok" });
    await later(400);
    await tell();
    expect((await group.message()).state).toBe("sent");
    const signs = chat.told.map(({ path }) => new URLSearchParams(path.split("?")[1]).get("sign"));
    expect(new Set(signs).size).toBe(2);
  });

  it("that answers 200 with a refusal is refused, visibly, and told again when somebody says so", async () => {
    const group = await aGroup("feishu");
    const { id } = await group.announced();
    chat.answer({ code: 19024, msg: "Key Words Not Found" });
    await tell();
    const refused = await group.message();
    expect(refused).toMatchObject({ state: "refused", attempts: 1 });
    expect(refused.lastError).toContain("Key Words Not Found");
    expect((await group.robot())?.last).toMatchObject({ state: "refused" });
    const [event] = await group.inside((tx) =>
      tx.execute(sql`select data from events where return_id = ${id} and kind = 'not_delivered'`),
    );
    expect(event?.data).toMatchObject({ to: "Night shift" });
    chat.answer({ code: 0 });
    const again = { sellerId: group.sellerId, messageId: refused.id, address: "", hasServer: false };
    expect(await sendAgain(inShop(db, again.sellerId), again)).toEqual({ ok: true, value: null });
    await tell();
    expect((await group.message()).state).toBe("sent");
  });

  it("D01 that is away delays and never loses: back again, it is told once, by two workers", async () => {
    const group = await aGroup();
    await group.announced();
    await chat.leave();
    await tell();
    expect(await group.message()).toMatchObject({ state: "queued", attempts: 1, lostAnswers: 0 });
    await chat.comeBack();
    await later(400);
    const ending = new AbortController();
    const workers = [1, 2].map(() => work(db, { robot: robotHandler }, ending.signal));
    await expect.poll(async () => (await group.message()).state, { timeout: 10_000 }).toBe("sent");
    ending.abort();
    await Promise.all(workers);
    expect(chat.told).toHaveLength(1);
  });

  it("D02 that loses its answer is told one copy more at most", async () => {
    const group = await aGroup();
    await group.announced();
    chat.answer("hang_up");
    for (let tries = 0; tries < 4; tries++) {
      await tell();
      await later(400);
    }
    expect(chat.told).toHaveLength(2);
    expect(await group.message()).toMatchObject({ state: "unknown", lostAnswers: 2 });
  });

  it("is told eighteen a minute by two workers; the rest waits its turn, and no other robot with it", async () => {
    const [group, other] = [await aGroup(), await aGroup()];
    await group.waiting(21);
    await other.announced();
    await Promise.all([tell(), tell()]);
    expect([await group.count("sent"), await group.count("queued"), await other.count("sent")]).toEqual([18, 3, 1]);
    const held = await group.inside((tx) =>
      tx.select().from(messages).where(sql`robot_id is not null and state = 'queued'`),
    );
    expect(held.map(({ attempts, lastError }) => [attempts, lastError])).toEqual(Array(3).fill([0, null]));
    await group.inside((tx) => tx.execute(sql`update messages set sent_at = sent_at - interval '61 seconds'`));
    await later(61);
    await Promise.all([tell(), tell()]);
    expect(await group.count("sent")).toBe(21);
    expect(chat.told).toHaveLength(22);
  });

  it("has room again as soon as the oldest of its last few is long enough ago", async () => {
    const group = await aGroup("feishu");
    await group.waiting(4);
    await tell();
    const told = new Date(Math.floor(Date.now() / 1000) * 1000);
    await group.inside((tx) => tx.execute(sql`update messages set sent_at = ${told.toISOString()}`));
    const { robotId, sellerId } = group;
    const roomAt = (milliseconds: number) =>
      group.inside((tx) =>
        robotRoomAt(tx, sellerId, {
          robotId,
          messageId: newId(),
          now: new Date(told.getTime() + milliseconds),
          pace: { atMost: 4, seconds: 1 },
        }),
      );
    expect(await roomAt(400)).toEqual(new Date(told.getTime() + 1000));
    expect(await roomAt(1000)).toBeNull();
  });

  it("that waits its turn is told again later and not failed where the chat says all the same that it is too much", async () => {
    const group = await aGroup("feishu");
    await group.announced();
    chat.answer({ code: 9499, msg: "too many request" });
    await tell();
    expect(await group.message()).toMatchObject({ state: "queued", attempts: 1, lostAnswers: 0 });
  });

  it("that is switched off or retired is told nothing, and what waited for it is kept", async () => {
    const group = await aGroup();
    const { who, robotId } = group;
    await group.announced();
    const change = { robotId, name: "Night shift", locale: "en" as const, events: [...TEAM_EVENTS], isOn: false };
    await changeRobot(who, change);
    await tell();
    expect((await group.message()).state).toBe("kept");
    await group.announced();
    expect(await group.inside((tx) => tx.$count(messages, sql`robot_id is not null`))).toBe(1);
    const both = await Promise.all([1, 2].map(() => retireRobot(who, { robotId })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await group.robot()).toBeUndefined();
    const [row] = await group.inside((tx) => tx.select().from(robots));
    expect(row).toMatchObject({ name: "Night shift", url: "", secret: null });
    expect(chat.told).toEqual([]);
  });

  it("is told only what it listens to", async () => {
    const group = await aGroup();
    const change = { robotId: group.robotId, name: "Night shift", locale: "en" as const, isOn: true };
    await changeRobot(group.who, { ...change, events: ["team.digest"] });
    await group.announced();
    expect(await group.inside((tx) => tx.$count(messages, sql`robot_id is not null`))).toBe(0);
  });

  it("is tested at once, in the chat's own words where that fails; the same robot twice is one", async () => {
    const group = await aGroup();
    const { sellerId, robotId } = group;
    const asked = { robotId };
    expect(await testRobot(group.who, asked, chat.post)).toEqual({ ok: true, value: null });
    expect(JSON.stringify(chat.told)).toContain("Homeward can reach this group");
    chat.answer({ errcode: 93000, errmsg: "invalid webhook url" });
    expect(await testRobot(group.who, asked, chat.post)).toMatchObject({
      refusal: { code: "robot_refused", said: expect.stringContaining("invalid webhook url") },
    });
    const form = {
      robotId,
      kind: "wecom" as const,
      name: "Again",
      url: URLS.wecom,
      secret: "",
      events: [...TEAM_EVENTS],
    };
    await addRobot(group.who, { ...form, locale: "en" });
    expect(await group.inside((tx) => listRobots(tx, sellerId))).toMatchObject([
      { name: "Night shift", urlEnd: "=k3y" },
    ]);
  });

  it("of another seller is not found", async () => {
    const { robotId } = await aGroup();
    const stranger = await aSeller(db);
    const { sellerId } = stranger;
    const who = asOwner(db, stranger);
    const change = { robotId, name: "Mine", locale: "en" as const, events: [...TEAM_EVENTS], isOn: true };
    const notFound = { ok: false, refusal: { code: "not_found" } };
    expect(await changeRobot(who, change)).toEqual(notFound);
    expect(await retireRobot(who, { robotId })).toEqual(notFound);
    expect(await testRobot(who, { robotId }, chat.post)).toEqual(notFound);
    expect(await withSeller(db, sellerId, (tx) => listRobots(tx, sellerId))).toEqual([]);
    expect(chat.told).toEqual([]);
  });
});
