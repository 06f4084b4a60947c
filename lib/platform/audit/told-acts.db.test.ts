import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { aChannel, anAddress, aSeller, asOwner, member, type TestSeller, testDb } from "@/db/testing";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { createChannel } from "@/lib/channels/create-channel";
import { retireAddress, saveAddress, setDefaultAddresses } from "@/lib/channels/keep-addresses";
import { saveChannelSettings, settingsOf } from "@/lib/channels/save-channel-settings";
import { seenAddress } from "@/lib/channels/seen-address";
import { newId } from "@/lib/kernel/ids";
import { addRobot, changeRobot, retireRobot } from "@/lib/messages/save-robot";
import { resetTemplate, saveTemplate } from "@/lib/messages/save-template";
import { addReason, moveReason, retireReason, saveReason } from "@/lib/reasons/keep-reasons";
import { seenReason } from "@/lib/reasons/seen-reason";
import { deleteView, saveView } from "@/lib/returns/saved-views";
import { removeSkuRule, saveSkuRule } from "@/lib/skus/save-sku-rule";
import { uploadSkuRules } from "@/lib/skus/upload-sku-rules";
import { aPerson } from "@/lib/team/accounts-testing";
import { changeRole, setLimits } from "@/lib/team/members";
import { shopAuditOf } from "./audit-testing";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-10T18:00:00Z");
const who = ({ sellerId, owner }: TestSeller) => ({
  db,
  sellerId,
  userId: owner.id,
  actor: member(owner.id),
  now: NOW,
});
const events = ({ sellerId }: TestSeller, kind = "") => shopAuditOf(db, sellerId, { kind });

/** Two shops: what is done to the one is told there, once, and not to the other. */
async function twoShops() {
  const [mine, theirs] = [await aSeller(db), await aSeller(db)];
  let known = 0;
  return {
    mine,
    channelId: await aChannel(db, mine, { code: "store" }),
    /** What an act added; fails unless that is so many events. */
    told: async (act: Promise<{ ok: boolean }>, count = 1) => {
      expect(await act).toMatchObject({ ok: true });
      const list = await events(mine);
      expect(list).toHaveLength(known + count);
      expect(await events(theirs)).toEqual([]);
      known = list.length;
      return list[0];
    },
  };
}

describe("the shop's audit tells once, and with what changed,", () => {
  it("a channel that is added, and what changes of it", async () => {
    const { mine, channelId, told } = await twoShops();
    const { sellerId } = mine;
    const found = await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));
    if (!found) throw new Error("no channel");
    const { facts, replyTo, operation, version } = settingsOf(found);
    const form = { channelId, seen: { version, replyTo, facts }, facts, replyTo, operation };
    await told(saveChannelSettings(who(mine), form), 0);
    const renamed = { ...form, facts: { ...facts, name: "Harbor", plan: "professional" as const } };
    expect(await told(saveChannelSettings(who(mine), renamed))).toMatchObject({
      kind: "channel_changed",
      subjectId: channelId,
      subjectName: "Harbor",
      data: {
        changes: [
          { field: "name", from: facts.name, to: "Harbor" },
          { field: "plan", from: facts.plan, to: "professional" },
        ],
      },
    });
    const next = { ...renamed, seen: { ...renamed.seen, facts: renamed.facts } };
    const slower = { ...operation, undoSeconds: 45, labels: { ...operation.labels, costMinor: 900 } };
    expect(await told(saveChannelSettings(who(mine), { ...next, operation: slower }))).toMatchObject({
      kind: "operation_changed",
      data: {
        parts: ["undoSeconds", "labels"],
        changes: [{ field: "undoSeconds", from: operation.undoSeconds, to: 45 }],
      },
    });
    const channel = { ...facts, name: "Second", marketplace: "own" as const };
    expect(await told(createChannel(who(mine), channel))).toMatchObject({
      kind: "channel_created",
      subjectName: "Second",
    });
  });

  it("rules of SKUs, one by one and by file", async () => {
    const { mine, channelId, told } = await twoShops();
    const rule = { sku: "Bed-1", exemptReason: null, exemptFrom: null, exemptUntil: null };
    const saved = { channelId, seenAt: null, rule: { ...rule, automation: "manual" as const } };
    expect(await told(saveSkuRule(who(mine), saved))).toMatchObject({
      kind: "sku_rule_saved",
      subjectName: "store",
      data: { sku: "Bed-1", isNew: true, changes: [{ field: "automation", from: null, to: "manual" }] },
    });
    const again = { ...saved, seenAt: NOW.toISOString() };
    await told(saveSkuRule(who(mine), again), 0);
    expect(await told(removeSkuRule(who(mine), { channelId, sku: "bed-1", seenAt: NOW.toISOString() }))).toMatchObject({
      kind: "sku_rule_removed",
      data: { changes: [{ from: "manual", to: null }] },
    });
    const upload = { channelId, file: Buffer.from("SKU,automation\nA,manual\nB,perhaps\n"), fileName: "march.csv" };
    expect(await told(uploadSkuRules(who(mine), upload))).toMatchObject({
      kind: "sku_rules_imported",
      data: { file: "march.csv", counts: { added: 1, changed: 0, unchanged: 0, refused: 1 } },
    });
    await told(uploadSkuRules(who(mine), upload), 0);
    expect(await events(mine, "skus")).toHaveLength(3);
    expect(await events(mine, "reasons")).toEqual([]);
  });

  it("reasons", async () => {
    const { mine, told } = await twoShops();
    const reason = {
      kind: "close" as const,
      code: "goodwill",
      labels: { en: "Goodwill", "zh-CN": "善意" },
      isBuyerVisible: true,
      fault: null,
      needsPhoto: false,
      needsComment: false,
      carriesRefund: false,
    };
    const named = { kind: reason.kind, code: reason.code };
    expect(await told(addReason(who(mine), reason))).toMatchObject({
      kind: "reason_saved",
      subjectName: "Goodwill",
      data: { isNew: true, labels: reason.labels },
    });
    const changed = { ...reason, carriesRefund: true, seen: seenReason(reason) };
    expect(await told(saveReason(who(mine), changed))).toMatchObject({
      data: { changes: [{ field: "carriesRefund", from: false, to: true }] },
    });
    await told(saveReason(who(mine), { ...changed, seen: seenReason(changed) }), 0);
    expect(await told(moveReason(who(mine), { ...named, by: -1 }))).toMatchObject({
      data: { changes: [{ field: "place" }] },
    });
    expect(await told(retireReason(who(mine), { ...named, isRetired: true }))).toMatchObject({
      kind: "reason_retired",
    });
    await told(retireReason(who(mine), { ...named, isRetired: true }), 0);
    expect(await told(retireReason(who(mine), { ...named, isRetired: false }))).toMatchObject({
      kind: "reason_saved",
      data: { changes: [{ field: "isRetired", from: true, to: false }] },
    });
  });

  it("return addresses, and which is a channel's default", async () => {
    const { mine, channelId, told } = await twoShops();
    const entry = { label: "Depot", hours: null, address: anAddress };
    const id = newId();
    expect(await told(saveAddress(who(mine), { id, seen: null, ...entry }))).toMatchObject({
      kind: "address_saved",
      subjectId: id,
      subjectName: "Depot",
      data: { isNew: true },
    });
    const seen = seenAddress({ ...anAddress, label: "Depot", hours: null });
    const moved = { id, seen, ...entry, address: { ...anAddress, city: "Sparks" } };
    expect(await told(saveAddress(who(mine), moved))).toMatchObject({
      data: { changes: [{ field: "city", from: anAddress.city, to: "Sparks" }] },
    });
    await told(saveAddress(who(mine), moved), 0);
    const defaults = [{ channelId, addressId: id, seen: mine.addressId }];
    expect(await told(setDefaultAddresses(who(mine), { defaults }))).toMatchObject({
      kind: "channel_changed",
      subjectName: "store",
      data: { changes: [{ field: "defaultAddress", to: "Depot" }] },
    });
    await told(setDefaultAddresses(who(mine), { defaults: [{ channelId, addressId: id, seen: id }] }), 0);
    const former = { id: mine.addressId, isRetired: true };
    expect(await told(retireAddress(who(mine), former))).toMatchObject({ kind: "address_retired" });
    await told(retireAddress(who(mine), former), 0);
  });

  it("group robots, without their address or secret", async () => {
    const { mine, told } = await twoShops();
    const robot = { robotId: newId(), name: "Night shift", locale: "en" as const, events: ["team.digest" as const] };
    const url = "https://oapi.dingtalk.com/robot/send?access_token=t0ken";
    const added = { ...robot, kind: "dingtalk" as const, url, secret: "SECret" };
    expect(await told(addRobot(who(mine), added))).toMatchObject({ kind: "robot_saved", subjectName: robot.name });
    await told(addRobot(who(mine), added), 0);
    const events_ = ["team.digest" as const, "team.overdue" as const];
    expect(await told(changeRobot(who(mine), { ...robot, events: events_, isOn: true }))).toMatchObject({
      data: { changes: [{ field: "events", from: ["team.digest"], to: ["team.overdue", "team.digest"] }] },
    });
    await told(changeRobot(who(mine), { ...robot, events: events_.toReversed(), isOn: true }), 0);
    const gone = await told(retireRobot(who(mine), { robotId: robot.robotId }));
    expect(gone).toMatchObject({ kind: "robot_retired", subjectName: "Night shift" });
    expect(JSON.stringify(await events(mine))).not.toMatch(/t0ken|SECret|oapi/);
  });

  it("message templates, with the words before and after", async () => {
    const { mine, told } = await twoShops();
    const by = asOwner(db, mine, NOW);
    const named = { kind: "buyer.closed", locale: "en", reason: "duplicate" } as const;
    await told(saveTemplate(by, { ...named, seen: 0, subject: "S", body: "One" }));
    const second = { ...named, seen: 1, subject: "S", body: "Two" };
    expect(await told(saveTemplate(by, second))).toMatchObject({
      kind: "template_saved",
      data: { of: named.kind, reason: "duplicate", changes: [{ field: "body", from: "One", to: "Two" }] },
    });
    await told(saveTemplate(by, { ...second, seen: 2 }), 0);
    expect(await told(resetTemplate(by, { ...named, seen: 2 }))).toMatchObject({ kind: "template_reset" });
    await told(resetTemplate(by, { ...named, seen: 2 }), 0);
  });

  it("views that the team shares, and none that somebody keeps for themselves", async () => {
    const { mine, told } = await twoShops();
    const view = { id: newId(), name: "Late", query: "due=overdue", isShared: false };
    await told(saveView(who(mine), view), 0);
    const shared = { ...view, isShared: true };
    expect(await told(saveView(who(mine), shared))).toMatchObject({
      kind: "view_saved",
      data: { changes: [{ field: "isShared", from: false, to: true }] },
    });
    await told(saveView(who(mine), shared), 0);
    expect(await told(deleteView(who(mine), { id: view.id }))).toMatchObject({
      kind: "view_deleted",
      subjectName: "Late",
    });
  });

  it("a member's role and limits, before and after", async () => {
    const { mine, told } = await twoShops();
    const { sellerId, owner } = mine;
    const { userId } = await aPerson(db, { sellerId, role: "agent" });
    const ctx = { db, sellerId, actor: { kind: "person" as const, ...owner }, now: NOW };
    await told(changeRole(ctx, { userId, role: "agent" }), 0);
    expect(await told(changeRole(ctx, { userId, role: "manager" }))).toMatchObject({
      data: { changes: [{ field: "role", from: "agent", to: "manager" }] },
    });
    const limits = { bulkLimit: 20, refundLimits: { USD: 2050 }, refundDayLimits: { USD: 9000 } };
    expect(await told(setLimits(ctx, { userId, limits }))).toMatchObject({
      data: {
        changes: [
          { field: "bulkLimit", from: null, to: 20 },
          { field: "refundLimits", from: [], to: ["USD 20.50"] },
          { field: "refundDayLimits", from: [], to: ["USD 90.00"] },
        ],
      },
    });
    await told(setLimits(ctx, { userId, limits }), 0);
  });
});
