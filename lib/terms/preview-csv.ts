import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import type { ImpactKind } from "@/lib/policy/judging/impact";
import { listPreviewChanges, type PreviewChangeRow } from "./previews";

const PAIRS = ["verdict", "automation", "label", "label_paid_by", "answer_by", "send_back_by"] as const;
const COLUMNS = [
  ...["return", "order", "requested_on", "item"],
  ...PAIRS.flatMap((name) => [`${name}_before`, `${name}_after`]),
  ...["currency", "goods", "return_shipping"],
];
const AT_ONCE = 500;

/** An amount that nobody knows is told as such; an empty cell stays what it was. */
const amountOf = (amountMinor: number | null | undefined, currency: string): string =>
  amountMinor === undefined ? "" : amountMinor === null ? "unknown" : minorToDecimal({ amountMinor, currency });

function rowOf({ number, orderNumber, requestedOn, title, change }: PreviewChangeRow) {
  const { verdict, automation, label, answerBy, sendBackBy, cost } = change;
  const pairs: Record<(typeof PAIRS)[number], readonly (string | null)[] | undefined> = {
    verdict,
    automation,
    label: label?.map(({ kind }) => kind),
    label_paid_by: label?.map(({ paidBy }) => paidBy),
    answer_by: answerBy,
    send_back_by: sendBackBy,
  };
  return {
    return: `R-${number}`,
    order: orderNumber,
    requested_on: requestedOn,
    item: title ?? "",
    ...Object.fromEntries(
      PAIRS.flatMap((name) => [
        [`${name}_before`, pairs[name]?.[0] ?? ""],
        [`${name}_after`, pairs[name]?.[1] ?? ""],
      ]),
    ),
    currency: cost?.currency ?? "",
    goods: cost ? amountOf(cost.goodsMinor, cost.currency) : "",
    return_shipping: cost ? amountOf(cost.freightMinor, cost.currency) : "",
  };
}

/** Every request that a preview found to go another way, or those of one kind, as CSV; instants in UTC. */
export function previewCsv(
  db: Db,
  sellerId: string,
  { previewId, kind }: { previewId: string; kind: ImpactKind | null },
): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: number | null = null;
    for (;;) {
      const page = { previewId, kind, after, before: null, limit: AT_ONCE };
      const found: PreviewChangeRow[] = await withSeller(db, sellerId, (tx) => listPreviewChanges(tx, sellerId, page));
      for (const row of found) yield rowOf(row);
      after = found.at(-1)?.position ?? null;
      if (found.length < AT_ONCE) break;
    }
  })();
  return csvOf(rows, COLUMNS);
}
