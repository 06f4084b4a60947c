const LONGEST = 200;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * The comparable form of what people type, paste or scan: full-width forms folded (an input method may be on), upper
 * case, one kind of hyphen, no spaces and nothing invisible. Empty when nothing is left.
 */
export const searchKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(/[\s\p{C}]/gu, "")
    .toUpperCase()
    .slice(0, LONGEST);

/** A tag as it is kept: one line, without spaces around it. */
export const plainTag = (typed: string): string => typed.normalize("NFC").replace(/\s+/g, " ").trim();

/** A tag as it is compared: whatever its capitals and its width. */
export const tagKey = (name: string): string => plainTag(name).normalize("NFKC").toLowerCase();

/** What a return can be found by. */
export const KEY_KINDS = ["number", "rma", "channel_rma", "order", "tracking", "sku", "asin", "buyer"] as const;
type KeyKind = (typeof KEY_KINDS)[number];
type ReturnKey = { kind: KeyKind; key: string };

/** What names one return, or one order: scanning it opens what it names. */
export const SCANNED_KINDS = ["number", "rma", "channel_rma", "order", "tracking"] as const satisfies KeyKind[];

type Findable = {
  number: number;
  rma: string | null;
  channelRma: string | null;
  orderNumber: string;
  tracking: readonly (string | null)[];
  skus: readonly (string | null)[];
  asins: readonly (string | null)[];
  buyerName: string | null;
};

/** Every part of a name from each of its words on, so that a family name is found by its beginning too. */
const tailsOf = (name: string): string[] => {
  const parts = name.trim().split(/\s+/);
  return parts.map((_, index) => parts.slice(index).join(""));
};

/** All a return can be found by, normalised and without doubles; a search for the beginning of one finds it too. */
export function keysOf(found: Findable): ReturnKey[] {
  const texts: Record<KeyKind, readonly (string | null)[]> = {
    number: [`R-${found.number}`, String(found.number)],
    rma: [found.rma],
    channel_rma: [found.channelRma],
    order: [found.orderNumber],
    tracking: found.tracking,
    sku: found.skus,
    asin: found.asins,
    buyer: found.buyerName === null ? [] : tailsOf(found.buyerName),
  };
  return KEY_KINDS.flatMap((kind) => {
    const keys = new Set(texts[kind].map((text) => searchKey(text ?? "")));
    return [...keys].filter((key) => key !== "").map((key) => ({ kind, key }));
  });
}
