import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listChannelRules, listSkuRules } from "@/lib/channels/channel-rules";
import { factsFor } from "@/lib/judging/judge";
import { requestFactsOf } from "@/lib/judging/request-facts";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { type BoundTerms, bindTerms } from "@/lib/policy/terms/versions";
import { findPolicyCase } from "./policy-case";

/** A past return as the policy sees it today, and the terms that bind it: what the browser judges by itself. */
export type PolicyCase = { id: string; number: number; facts: ReturnFacts; bound: BoundTerms };
type Ask = { sellerId: string; channelId: string; typed: string; now: Date };

export function findCase(
  db: Db,
  { sellerId, channelId, typed, now }: Ask,
): Promise<Result<PolicyCase, { code: "not_found" }>> {
  return withSeller(db, sellerId, async (tx) => {
    const [channel] = await listChannelRules(tx, sellerId, [channelId]);
    const found = channel ? await findPolicyCase(tx, sellerId, channelId, typed) : null;
    if (!channel || !found) return refuse({ code: "not_found" });
    const { id, number, row } = found;
    const skus = row.lines.map(({ sku }) => sku);
    // Only the settings are tried: that they are paused says nothing about them.
    const asked = { ...channel, isAutomationPaused: false };
    const facts = factsFor(asked, requestFactsOf(row), await listSkuRules(tx, sellerId, channelId, skus), now);
    const { versions: _, current: __, reasonFaults: ___, ...channelFacts } = asked;
    const bound = bindTerms(channel.versions, row.order.orderedOn, row.requestedOn);
    return ok({ id, number, facts: { ...facts, channel: channelFacts, requestedAt: null }, bound });
  });
}
