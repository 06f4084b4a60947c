import { withSeller } from "@/db/tenant";
import { list } from "@/lib/kernel/list/list";
import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { type MergedReason, mergedReasons } from "@/lib/policy/judging/own-reasons";
import { labelsOf } from "./reason-labels";
import { listReasons } from "./reasons";

const word = (is: boolean) => (is ? "yes" : "no");

const REASONS = list<MergedReason>()({
  filter: {},
  columns: {
    kind: { value: ({ kind }) => kind, sort: "text" },
    code: { value: ({ code }) => code },
    name_en: { value: (reason) => labelsOf(reason).en },
    name_zh: { value: (reason) => labelsOf(reason)["zh-CN"] },
    own: { value: ({ isBuiltIn }) => word(!isBuiltIn) },
    state: { value: ({ isRetired }) => (isRetired ? "retired" : "in use") },
    shown_to_buyers: { value: ({ kind, isBuyerVisible }) => (kind === "close" ? word(isBuyerVisible) : null) },
    fault: { value: ({ fault }) => fault },
    comment_needed: { value: ({ needsComment }) => word(needsComment) },
    full_refund: { value: ({ carriesRefund }) => word(carriesRefund) },
  },
  sort: (_filter) => "kind",
  sizes: [500],
});

/** Every reason for closing and for returning in its order, ours and the seller's own, as CSV. */
export function reasonsCsv({ db, sellerId }: Reading): AsyncGenerator<string> {
  const rows = (async function* () {
    const written = await withSeller(db, sellerId, (tx) => listReasons(tx, sellerId));
    yield* [...mergedReasons(written, "close"), ...mergedReasons(written, "return")];
  })();
  return listCsv(REASONS, rows);
}
