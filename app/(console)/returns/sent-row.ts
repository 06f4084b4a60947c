import type { ListRow } from "./list-row";

/** What most rows have nothing of. */
const NOTHING = {
  unknownWord: null,
  buyerCountry: null,
  rma: null,
  buyerComment: null,
  isExempt: false,
  oursDiffers: null,
  why: null,
  isHighValue: false,
  carrier: null,
  trackingNumber: null,
  closeReason: null,
  closeReasonLabels: null,
  deadline: null,
  missed: [],
  isAnsweredLate: false,
  openHandover: null,
  assignee: null,
  lookers: [],
  moves: [],
} satisfies Partial<ListRow>;

type Absent = keyof typeof NOTHING;
/** A row on its way to the browser, which is told twice of all it says: what it has nothing of is left out. */
export type SentRow = Omit<ListRow, Absent> & Partial<Pick<ListRow, Absent>>;

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

const withoutNothing = (row: ListRow): SentRow =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => !(name in NOTHING && isNothing(value)))) as SentRow;

/** Rows that say the same of their channel or acts share it: what is one thing is told once. */
export function sentRows(rows: readonly ListRow[]): SentRow[] {
  const told = new Map<string, unknown>();
  const once = <Value>(value: Value): Value => {
    const key = JSON.stringify(value);
    if (!told.has(key)) told.set(key, value);
    return told.get(key) as Value;
  };
  return rows.map((row) => withoutNothing({ ...row, channel: once(row.channel), moves: once(row.moves) }));
}

export const wholeRow = (row: SentRow): ListRow => ({ ...NOTHING, ...row });
