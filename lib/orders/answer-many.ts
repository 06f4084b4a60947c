import type { Db } from "@/db/client";
import type { Actor } from "../actor";
import type { ForwarderAnswer } from "../policy/forwarder";
import type { Refusal } from "../result";
import { type Answered, answerForwarder } from "./answer-forwarder";

type Who = { sellerId: string; actor: Actor; now: Date };
type Told = { returnIds: readonly string[]; answer: ForwarderAnswer; deliveredOn: string | null };

/** The same answer for several returns, order by order; what cannot be said any more of one does not stop the others. */
export async function answerMany(db: Db, who: Who, { returnIds, ...told }: Told) {
  const outcome: Answered & { refused: { returnId: string; refusal: Refusal }[] } = {
    returnIds: [],
    closedBy: [],
    refused: [],
  };
  for (const returnId of new Set(returnIds)) {
    // Another return of the same order has brought the answer along.
    if (outcome.returnIds.includes(returnId)) continue;
    const answered = await answerForwarder(db, who, { ...told, returnId });
    if (!answered.ok) {
      outcome.refused.push({ returnId, refusal: answered.refusal });
      continue;
    }
    outcome.returnIds.push(...answered.value.returnIds);
    outcome.closedBy.push(...answered.value.closedBy);
  }
  return outcome;
}
