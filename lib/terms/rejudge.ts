import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { judgeRowsAgain, type Rejudged } from "@/lib/judging/judge-again";
import { lockUndecided } from "@/lib/judging/requests-to-judge";
import type { Handler } from "@/lib/platform/queue/work";

const AT_ONCE = 500;

/**
 * P-26: judges the undecided returns of a channel again, a part at a time, with an event where the judgement changed.
 * Decides nothing: what new settings would have authorized stays with the person whom it was given to. Where who pays
 * changed for one, those after it in its order are counted anew (S0-13).
 */
export const rejudgeWork: Handler = async (db, { sellerId, id: channelId, now, signal, fence }) => {
  let after: string | null = null;
  let isSettled = true;
  while (!signal.aborted) {
    const page: Judged = await withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      const [channel] = await listChannelRules(tx, sellerId, [channelId]);
      return channel ? judgePage(tx, { sellerId, channel, after, now }) : { last: null, hasFlipped: false };
    });
    isSettled &&= !page.hasFlipped;
    if (page.last === null && isSettled) return;
    if (page.last === null) isSettled = true;
    after = page.last;
  }
};

type Page = { sellerId: string; channel: ChannelRules; after: string | null; now: Date };
type Judged = { last: string | null; hasFlipped: boolean };

/** Whether a return began or ceased to be the one that travels free of charge. */
const isFlip = ({ evaluation, before }: Rejudged): boolean =>
  (evaluation.label.paidBy === "marketplace") !== (before.label.paidBy === "marketplace");

async function judgePage(tx: Tx, { after, ...page }: Page): Promise<Judged> {
  const rows = await lockUndecided(tx, page.sellerId, { channelId: page.channel.id, after, limit: AT_ONCE });
  const changed = await judgeRowsAgain(tx, rows, page);
  return { last: rows.at(-1)?.id ?? null, hasFlipped: changed.some(isFlip) };
}
