import { createLoader, createParser, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { paths } from "@/lib/i18n/paths";
import { isDate } from "@/lib/kernel/calendar";
import { isId } from "@/lib/kernel/ids";
import { HANDOVER_SORTS, type HandoverKey, type HandoverSort } from "@/lib/policy/machines/return/handover-order";

/** How many a page of the marketplace's own list shows. */
export const BATCH_SIZES = ["10", "25", "50", "100"] as const;
export type BatchSize = (typeof BATCH_SIZES)[number];
const DEFAULT_BATCH: BatchSize = "25";

const parseAsKey = createParser<HandoverKey>({
  parse: (text) => {
    const [rank = "", requestedOn = "", id = "", ...rest] = text.split("~");
    const isKey = /^[1-3]$/.test(rank) && isDate(requestedOn) && isId(id) && rest.length === 0;
    return isKey ? { rank: Number(rank), requestedOn, id } : null;
  },
  serialize: ({ rank, requestedOn, id }) => [rank, requestedOn, id].join("~"),
});

/** The address of the hand-over list; what it cannot read is left out. */
const PARAMS = {
  channel: parseAsString,
  sort: parseAsStringLiteral(HANDOVER_SORTS),
  per: parseAsStringLiteral(BATCH_SIZES),
  after: parseAsKey,
  before: parseAsKey,
};
const load = createLoader(PARAMS);
const serialize = createSerializer(PARAMS);

export type HandoverView = { code: string | null; sort: HandoverSort; per: BatchSize } & {
  after: HandoverKey | null;
  before: HandoverKey | null;
};

export function readHandoverView(raw: Record<string, string | string[] | undefined>): HandoverView {
  const { channel, sort, per, after, before } = load(raw);
  return { code: channel, sort: sort ?? "newest", per: per ?? DEFAULT_BATCH, after, before: after ? null : before };
}

type Place = { code: string; sort: HandoverSort; per: BatchSize; after?: HandoverKey; before?: HandoverKey };

/** The address of one channel's list, without what goes without saying. */
export function handoverHref({ code, sort, per, after, before }: Place): string {
  const query = serialize({
    channel: code,
    sort: sort === "newest" ? null : sort,
    per: per === DEFAULT_BATCH ? null : per,
    after: after ?? null,
    before: before ?? null,
  });
  return `${paths.handover()}${query}`;
}
