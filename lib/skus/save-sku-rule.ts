import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { lockChannel } from "@/lib/channels/channel-settings";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { changesBetween } from "@/lib/policy/events/changes";
import { plainName } from "@/lib/policy/judging/listed";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import { isSameRule } from "../policy/terms/sku-rule";
import type { SkuRuleForm, SkuRuleRemoval } from "./sku-rule-input";
import { deleteSkuRule, findSkuRules, type StoredSkuRule, writeSkuRules } from "./sku-rules";

export type SkuRefusal = { code: "not_found" } | { code: "sku_known" } | { code: "sku_changed_since" };

/** What stands now, with the channel's row held so that two who write one SKU come after each other. */
async function lockRule(tx: Tx, sellerId: string, channelId: string, sku: string) {
  if (!(await lockChannel(tx, sellerId, channelId))) return null;
  const key = plainName(sku);
  const [rule] = await findSkuRules(tx, sellerId, channelId, [key]);
  return { key, rule: rule ?? null };
}

const told = ({ exemptReason, exemptFrom, exemptUntil, automation }: SkuRule) => ({
  exemptReason,
  exemptFrom,
  exemptUntil,
  automation,
});

const isSeen = (rule: StoredSkuRule | null, seenAt: string): boolean => rule?.updatedAt.toISOString() === seenAt;

/**
 * Adds or changes the rule of one SKU and has undecided returns judged again (P-26). Refuses `sku_known` for a new one
 * that is there already, `sku_changed_since` when somebody was faster.
 */
export const saveSkuRule = (
  { db, sellerId, actor, now }: Ctx,
  { channelId, seenAt, rule }: SkuRuleForm,
): Promise<Result<null, SkuRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, SkuRefusal>> => {
    const known = await lockRule(tx, sellerId, channelId, rule.sku);
    if (!known) return refuse({ code: "not_found" });
    if (seenAt === null && known.rule) return refuse({ code: "sku_known" });
    if (seenAt !== null && !isSeen(known.rule, seenAt)) return refuse({ code: "sku_changed_since" });
    if (known.rule && isSameRule(known.rule, rule)) return ok(null);
    await writeSkuRules(tx, sellerId, [{ ...rule, key: known.key }], {
      channelId,
      updatedBy: personId(actor),
      updatedAt: now,
    });
    await addSellerEvent(tx, {
      sellerId,
      kind: "sku_rule_saved",
      actor,
      now,
      subject: { kind: "channel", id: channelId },
      data: { sku: rule.sku, isNew: !known.rule, changes: changesBetween(known.rule && told(known.rule), told(rule)) },
    });
    await queueRejudge(tx, sellerId, channelId);
    return ok(null);
  });

/** Takes the rule of one SKU away; one that is gone already is refused as `not_found`. */
export const removeSkuRule = (
  { db, sellerId, actor, now }: Ctx,
  { channelId, sku, seenAt }: SkuRuleRemoval,
): Promise<Result<null, SkuRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, SkuRefusal>> => {
    const known = await lockRule(tx, sellerId, channelId, sku);
    if (!known?.rule) return refuse({ code: "not_found" });
    if (!isSeen(known.rule, seenAt)) return refuse({ code: "sku_changed_since" });
    await deleteSkuRule(tx, sellerId, channelId, known.key);
    await addSellerEvent(tx, {
      sellerId,
      kind: "sku_rule_removed",
      actor,
      now,
      subject: { kind: "channel", id: channelId },
      data: { sku: known.rule.sku, changes: changesBetween(told(known.rule), null) },
    });
    await queueRejudge(tx, sellerId, channelId);
    return ok(null);
  });
