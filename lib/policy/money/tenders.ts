/** By what a buyer paid, as far as a file says it: `channel` is what a marketplace or a shop collected, however it was paid there. */
export const TENDERS = ["channel"] as const;

/** Who said how much was paid. */
export const PAYMENT_SOURCES = ["file", "person"] as const;
