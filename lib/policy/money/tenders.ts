/**
 * By what a buyer paid. `channel` is what a marketplace or a shop collected, however it was paid there; a word of a file that
 * is none of these is kept as it came.
 */
const KNOWN = {
  channel: [],
  card: ["card", "creditcard", "debitcard", "shopifypayments", "stripe", "信用卡", "银行卡"],
  gift_card: ["giftcard", "giftvoucher", "礼品卡", "购物卡"],
  store_credit: ["storecredit", "shopcredit", "shopifystorecredit", "店铺余额", "余额"],
  paypal: ["paypal", "paypalexpress", "paypalexpresscheckout"],
  bank_transfer: ["banktransfer", "bankdeposit", "wiretransfer", "银行转账"],
  cash: ["cash", "cashondelivery", "cod", "货到付款", "现金"],
} as const satisfies Record<string, readonly string[]>;
export type Tender = keyof typeof KNOWN;
const TENDERS = Object.keys(KNOWN) as Tender[];

/** Who said how much was paid. */
export const PAYMENT_SOURCES = ["file", "person"] as const;

/** One of our words for a tender; null: none of them. */
export const tenderNamed = (tender: string): Tender | null => TENDERS.find((one) => one === tender) ?? null;

const plain = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-+.]/g, "");

/** Our word for what a file calls a tender, or its own. */
export function tenderOf(word: string): string {
  const said = plain(word);
  return TENDERS.find((one) => KNOWN[one].some((known) => known === said)) ?? word.trim();
}

/** By what an order was paid as a file says it; `amountMinor` null: the file says by what, not how much by it. */
export type OrderTender = { tender: string; reference: string; amountMinor: number | null };

const isSame = (a: OrderTender, b: OrderTender): boolean => a.tender === b.tender && a.reference === b.reference;

/** What the rows of one file say together: amounts of one tender and reference add up, and a tender without one says less. */
export function tendersTold(rows: readonly OrderTender[]): OrderTender[] {
  const told: OrderTender[] = [];
  for (const row of rows) {
    const known = told.find((one) => isSame(one, row));
    if (!known) told.push({ ...row });
    else if (row.amountMinor !== null) known.amountMinor = (known.amountMinor ?? 0) + row.amountMinor;
  }
  return told;
}

/** What is known of an order's tenders once a file has told of them: the same ones again add nothing. */
export function tendersAfter(known: readonly OrderTender[], told: readonly OrderTender[]): OrderTender[] {
  const kept = known.map((one) => {
    const again = told.find((other) => isSame(one, other));
    return again ? { ...one, amountMinor: again.amountMinor ?? one.amountMinor } : one;
  });
  return [...kept, ...told.filter((one) => !known.some((other) => isSame(one, other)))];
}

/** What the tenders come to that say how much. */
export const sumOfTenders = (tenders: readonly OrderTender[]): number =>
  tenders.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);

type Part = { tender: string; reference: string; amountMinor: number };

/**
 * The payments of an order: of what was paid each tender has what a file says, the rest is by the one that does not say how
 * much, else by the shop itself. They come to what was paid exactly.
 */
export function paymentsOf(paidMinor: number, tenders: readonly OrderTender[]): Part[] {
  let left = paidMinor;
  const parts = tenders.flatMap(({ amountMinor, ...one }): Part[] => {
    const part = Math.min(amountMinor ?? 0, left);
    left -= part;
    return part > 0 ? [{ ...one, amountMinor: part }] : [];
  });
  if (left === 0) return parts;
  const [only, ...others] = tenders.filter(({ amountMinor }) => amountMinor === null);
  const rest = only && others.length === 0 ? only : { tender: "channel", reference: "" };
  return [...parts, { tender: rest.tender, reference: rest.reference, amountMinor: left }];
}

type Existing = Part & { id: string; refundedMinor: number };
export type Settled<Row> = { kept: (Row & Part)[]; added: Part[] };

/**
 * How payments stand after a file told more: the ones that are known stay, also under a better name, what went back of one
 * is never taken for unpaid, and together they come to what was paid.
 */
export function settledPayments<Row extends Existing>(existing: readonly Row[], wanted: readonly Part[]): Settled<Row> {
  const paid = wanted.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const free = [...wanted];
  const take = (fits: (part: Part) => boolean): Part | null => {
    const at = free.findIndex(fits);
    return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
  };
  const byName = existing.map((row) => take((part) => part.tender === row.tender && part.reference === row.reference));
  const kept = existing.map((row, at): Row & Part => {
    const part = byName[at] ?? take(() => true);
    const { tender, reference, amountMinor } = part ?? { ...row, amountMinor: 0 };
    return { ...row, tender, reference, amountMinor: Math.max(amountMinor, row.refundedMinor) };
  });
  const added = free.map((part) => ({ ...part }));
  let over = [...kept, ...added].reduce((sum, { amountMinor }) => sum + amountMinor, 0) - paid;
  for (const part of [...kept, ...added].reverse()) {
    const least = "refundedMinor" in part ? (part as Existing).refundedMinor : 0;
    const less = Math.min(Math.max(over, 0), part.amountMinor - least);
    part.amountMinor -= less;
    over -= less;
  }
  return { kept, added: added.filter(({ amountMinor }) => amountMinor > 0) };
}
