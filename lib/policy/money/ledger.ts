/** Where money stands in an order's books: with the seller, earned, owed back to the buyer, or given by the marketplace. */
export const ACCOUNTS = ["cash", "sales", "promised", "claims"] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Why an amount went from one account to another. */
export const CAUSES = [
  "paid",
  "corrected",
  "promised",
  "released",
  "refunded",
  "returned",
  "reimbursed",
  "unreimbursed",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Every entry debits one account and credits another, so that the books balance whatever is added to them. */
export const ENTRY_OF = {
  paid: { debit: "cash", credit: "sales" },
  corrected: { debit: "sales", credit: "cash" },
  promised: { debit: "sales", credit: "promised" },
  released: { debit: "promised", credit: "sales" },
  refunded: { debit: "promised", credit: "cash" },
  returned: { debit: "cash", credit: "promised" },
  reimbursed: { debit: "cash", credit: "claims" },
  unreimbursed: { debit: "claims", credit: "cash" },
} as const satisfies Record<Cause, { debit: Account; credit: Account }>;
