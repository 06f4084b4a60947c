import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import { mergedReasons } from "@/lib/policy/judging/own-reasons";
import { labelsOf } from "./reason-labels";
import { listReasons } from "./reasons";

const COLUMNS = [
  "kind",
  "code",
  "name_en",
  "name_zh",
  "own",
  "state",
  "shown_to_buyers",
  "fault",
  "comment_needed",
  "full_refund",
];
const word = (is: boolean) => (is ? "yes" : "no");

/** Every reason for closing and for returning in its order, ours and the seller's own, as CSV. */
export function reasonsCsv(db: Db, sellerId: string): AsyncGenerator<string> {
  const rows = (async function* () {
    const written = await withSeller(db, sellerId, (tx) => listReasons(tx, sellerId));
    for (const reason of [...mergedReasons(written, "close"), ...mergedReasons(written, "return")]) {
      const { kind, code, isBuiltIn, isRetired, isBuyerVisible, fault, needsComment, carriesRefund } = reason;
      const labels = labelsOf(reason);
      yield {
        kind,
        code,
        name_en: labels.en,
        name_zh: labels["zh-CN"],
        own: word(!isBuiltIn),
        state: isRetired ? "retired" : "in use",
        shown_to_buyers: kind === "close" ? word(isBuyerVisible) : "",
        fault,
        comment_needed: word(needsComment),
        full_refund: word(carriesRefund),
      };
    }
  })();
  return csvOf(rows, COLUMNS);
}
