import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import { listPromised, type PromisedRow, type PromisedShow } from "./promised-refunds";

const COLUMNS = [
  "return",
  "order",
  "channel",
  "marketplace",
  "buyer",
  "state",
  "promised_at",
  "age_days",
  "value_asked_back",
  "paid",
  "currency",
  "reason",
];
const AT_ONCE = 500;
const DAY = 86_400_000;

const rowOf = (row: PromisedRow, show: PromisedShow, now: Date) => {
  const { currency, amountMinor, valueMinor } = row;
  const sum = (minor: number | null) => (minor === null ? "" : minorToDecimal({ amountMinor: minor, currency }));
  return {
    return: `R-${row.number}`,
    order: row.orderNumber,
    channel: row.channelName,
    marketplace: row.marketplace,
    buyer: row.buyerName,
    state: show === "open" ? "promised, not paid" : "paid by the seller",
    promised_at: row.promisedAt.toISOString(),
    age_days: Math.floor((now.getTime() - row.promisedAt.getTime()) / DAY),
    value_asked_back: sum(valueMinor),
    paid: sum(amountMinor),
    currency,
    reason: row.closeReason,
  };
};

/** Every promised refund that is open, or settled, as CSV, oldest first; instants in UTC. */
export function promisedCsv(db: Db, sellerId: string, show: PromisedShow, now: Date): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: string | null = null;
    for (;;) {
      const page = { after, before: null, limit: AT_ONCE };
      const found: PromisedRow[] = await withSeller(db, sellerId, (tx) => listPromised(tx, sellerId, show, page));
      for (const row of found) yield rowOf(row, show, now);
      after = found.at(-1)?.id ?? null;
      if (found.length < AT_ONCE) break;
    }
  })();
  return csvOf(rows, COLUMNS);
}
