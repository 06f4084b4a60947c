import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { type BoundTerms, bindTerms } from "@/lib/policy/terms/versions";
import { factsOfRequests } from "./past-requests";
import { findPolicyCase } from "./policy-case";

/** A past return as the policy sees it today, and the terms that bind it: what the browser judges by itself. */
export type PolicyCase = { id: string; number: number; facts: ReturnFacts; bound: BoundTerms };
type Ask = { channelId: string; typed: string };

export function findCase(
  { db, sellerId, now }: Ctx,
  { channelId, typed }: Ask,
): Promise<Result<PolicyCase, { code: "not_found" }>> {
  return withSeller(db, sellerId, async (tx) => {
    const [channel] = await listChannelRules(tx, sellerId, [channelId]);
    const found = channel ? await findPolicyCase(tx, sellerId, channelId, typed) : null;
    if (!channel || !found) return refuse({ code: "not_found" });
    const { id, number } = found;
    // Only the settings are tried: that they are paused says nothing about them.
    const asked = { ...channel, isAutomationPaused: false };
    const facts = (await factsOfRequests(tx, { sellerId, channel: asked, now }, [found])).get(id);
    if (!facts) return refuse({ code: "not_found" });
    const { versions: _, current: __, reasonFaults: ___, ...channelFacts } = asked;
    const bound = bindTerms(channel.versions, facts.order.orderedOn, facts.requestedOn);
    return ok({ id, number, facts: { ...facts, channel: channelFacts, requestedAt: null }, bound });
  });
}
