import type { ListLine } from "@/lib/returns/returns-list";
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
} satisfies Partial<ListRow>;

/** And of their items. */
const NOTHING_OF_LINE = { title: null, sku: null, reasonLabels: null, ordered: null } satisfies Partial<ListLine>;

type Without<Whole, Absent extends keyof Whole> = Omit<Whole, Absent> & Partial<Pick<Whole, Absent>>;
type SentLine = Without<ListLine, keyof typeof NOTHING_OF_LINE>;
type Told = "channel" | "moves";
/** `channel` and `moves`: the place among what all rows share. */
type SentRow = Without<Omit<ListRow, "lines" | Told>, keyof typeof NOTHING> &
  Record<Told, number> & { lines: SentLine[] };

/** Rows on their way to the browser, which is told twice of all they say: what is alike is told once, nothing not at all. */
export type SentRows = { rows: SentRow[]; channels: ListRow["channel"][]; moves: ListRow["moves"][] };

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

const without = (nothing: object, whole: object): object =>
  Object.fromEntries(Object.entries(whole).filter(([name, value]) => !(name in nothing && isNothing(value))));

/** The place of a value in a table of what was met so far. */
function tableOf<Value>() {
  const places = new Map<string, number>();
  const values: Value[] = [];
  const placeOf = (value: Value): number => {
    const key = JSON.stringify(value);
    const place = places.get(key) ?? values.push(value) - 1;
    places.set(key, place);
    return place;
  };
  return { values, placeOf };
}

export function sentRows(rows: readonly ListRow[]): SentRows {
  const [channels, moves] = [tableOf<ListRow["channel"]>(), tableOf<ListRow["moves"]>()];
  const sent = rows.map((row) => {
    const lines = row.lines.map((line) => without(NOTHING_OF_LINE, line));
    const told = { channel: channels.placeOf(row.channel), moves: moves.placeOf(row.moves) };
    return { ...without(NOTHING, row), ...told, lines } as SentRow;
  });
  return { rows: sent, channels: channels.values, moves: moves.values };
}

export const wholeRows = ({ rows, channels, moves }: SentRows): ListRow[] =>
  rows.flatMap((row) => {
    const channel = channels[row.channel];
    if (!channel) return [];
    const lines = row.lines.map((line) => ({ ...NOTHING_OF_LINE, ...line }));
    return { ...NOTHING, ...row, lines, channel, moves: moves[row.moves] ?? [] };
  });
