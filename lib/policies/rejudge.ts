import { isDeepStrictEqual } from "node:util";
import { type ChannelRules, listChannelRules, listSkuRules } from "@/db/queries/channel-rules";
import { lockUndecided } from "@/db/queries/requests-to-judge";
import { withSeller } from "@/db/tenant";
import { SYSTEM } from "../actor";
import { type Rejudged, writeEvaluations } from "../imports/judge-again";
import type { Handler } from "../jobs/work";
import type { Evaluation } from "../policy/evaluation";
import { addEvents } from "../returns/add-events";
import { judge } from "../returns/judge";
import { requestFactsOf } from "./request-facts";

const AT_ONCE = 500;

/** What a person is told of: reasons and versions may be worded anew without anything being different. */
const told = ({ verdict, ours, isExempt, isPrepaidEligible, label, window, keepItem, outbound }: Evaluation) => ({
  verdict,
  ours,
  isExempt,
  isPrepaidEligible,
  label,
  window,
  keepItem: keepItem ?? null,
  outbound: outbound ?? null,
});

/**
 * P-26: judges the undecided returns of a channel again, a part at a time, with an event where the judgement changed.
 * Decides nothing: what new settings would have authorized stays with the person whom it was given to.
 */
export const rejudgeWork: Handler = async (db, { sellerId, id: channelId, now, signal, fence }) => {
  let after: string | null = null;
  while (!signal.aborted) {
    const last = await withSeller(db, sellerId, async (tx): Promise<string | null> => {
      await fence(tx);
      const [channel] = await listChannelRules(tx, sellerId, [channelId]);
      return channel ? judgePage(tx, { sellerId, channel, after, now }) : null;
    });
    if (last === null) return;
    after = last;
  }
};

type Page = { sellerId: string; channel: ChannelRules; after: string | null; now: Date };

async function judgePage(tx: Parameters<typeof listChannelRules>[0], page: Page): Promise<string | null> {
  const { sellerId, channel, after, now } = page;
  const rows = await lockUndecided(tx, sellerId, { channelId: channel.id, after, limit: AT_ONCE });
  const skus = rows.flatMap(({ lines }) => lines.map(({ sku }) => sku));
  const skuRules = await listSkuRules(tx, sellerId, channel.id, skus);
  const changed: (Rejudged & { before: Evaluation })[] = rows.flatMap((row) => {
    const evaluation = judge(channel, requestFactsOf(row), skuRules, now);
    return isDeepStrictEqual(evaluation, row.evaluation) ? [] : [{ id: row.id, evaluation, before: row.evaluation }];
  });
  if (changed.length > 0) await writeEvaluations(tx, sellerId, changed);
  await addEvents(
    tx,
    changed
      .filter(({ evaluation, before }) => !isDeepStrictEqual(told(evaluation), told(before)))
      .map(({ id, evaluation, before }) => ({
        sellerId,
        returnId: id,
        kind: "judged_again" as const,
        actor: SYSTEM,
        now,
        data: { verdict: evaluation.verdict, before: before.verdict },
      })),
  );
  return rows.at(-1)?.id ?? null;
}
