/** A part of a letter; every text is plain and is escaped where it is drawn. */
export type Block =
  /** Paragraphs, parted by empty lines. */
  | { kind: "text"; text: string }
  /** Somebody else's words. */
  | { kind: "quote"; label: string; text: string }
  | { kind: "facts"; rows: { label: string; value: string }[] }
  /** Things of a list, each a link with what is told beside it. */
  | { kind: "entries"; entries: { label: string; href: string; detail: string }[] }
  | { kind: "links"; links: { label: string; href: string }[] }
  | { kind: "small"; text: string };

/** What a message says, once for its HTML and its text part. */
export type Letter = {
  /** As a language tag. */
  locale: string;
  subject: string;
  /** Above the text; a letter to a buyer begins with its text. */
  heading: string | null;
  blocks: Block[];
  /** Who writes, about what. */
  footer: string;
};

/** Rows whose value is known. */
export const factRows = (rows: readonly (readonly [label: string, value: string | null])[]): Block => ({
  kind: "facts",
  rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});
