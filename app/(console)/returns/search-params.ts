import { createLoader, createParser, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { paths, SELECT_MATCHING } from "@/lib/i18n/paths";
import { isDate } from "@/lib/kernel/calendar";
import { isId } from "@/lib/kernel/ids";
import type { PageKey } from "@/lib/returns/returns-list";
import {
  DUE_FILTERS,
  defaultSort,
  FILTER_WORD_AT_MOST,
  isAssignee,
  type ReturnFilter,
  SORTS,
  TABS,
  VERDICT_FILTERS,
} from "@/lib/returns/shared/filter";

export const PAGE_SIZES = ["25", "50", "100"] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** Where a page begins or ends, and how many rows lie before it: that number is only told, never counted on. */
type ListKey = PageKey & { position: number };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const isPlace = (at: string): boolean =>
  at === "infinity" || isDate(at) || (INSTANT.test(at) && !Number.isNaN(Date.parse(at)));

const parseAsKey = createParser<ListKey>({
  parse: (text) => {
    const [at = "", id = "", position = "", ...rest] = text.split("~");
    const isKey = isPlace(at) && isId(id) && /^\d{1,9}$/.test(position) && rest.length === 0;
    return isKey ? { at, id, position: Number(position) } : null;
  },
  serialize: ({ at, id, position }) => [at, id, position].join("~"),
});

const checked = (isRight: (text: string) => boolean) =>
  createParser<string>({ parse: (text) => (isRight(text) ? text : null), serialize: (text) => text });
const id = checked(isId);
const date = checked(isDate);
const word = createParser<string>({
  parse: (text) => {
    const plain = text.trim();
    return plain.length > FILTER_WORD_AT_MOST ? null : plain || null;
  },
  serialize: (text) => text,
});

/** The address of Manage Returns. What it does not know, or cannot read, is left out and said so. */
const PARAMS = {
  tab: parseAsStringLiteral(TABS),
  q: word,
  reason: word,
  policy: parseAsStringLiteral(VERDICT_FILTERS),
  channel: id,
  assignee: checked(isAssignee),
  sku: word,
  due: parseAsStringLiteral(DUE_FILTERS),
  from: date,
  to: date,
  handover: parseAsStringLiteral(["open"]),
  status: parseAsStringLiteral(["unknown"]),
  /** What this job left undone. */
  job: id,
  sort: parseAsStringLiteral(SORTS),
  per: parseAsStringLiteral(PAGE_SIZES),
  after: parseAsKey,
  before: parseAsKey,
  /** The saved view that this list began as. */
  view: id,
  /** What is looked at beside the list. */
  peek: id,
  /** The search was submitted just now: a number that names one return opens it. */
  go: parseAsString,
  /** The list opens with all of it selected. */
  select: parseAsStringLiteral([SELECT_MATCHING]),
};
const load = createLoader(PARAMS);
const serialize = createSerializer(PARAMS);

export type RawParams = Record<string, string | string[] | undefined>;

export type ListView = {
  filter: ReturnFilter;
  per: PageSize;
  /** Of the saved view it began as. */
  viewId: string | null;
  after: ListKey | null;
  before: ListKey | null;
  isSubmitted: boolean;
  /** Names in the address that mean nothing here. */
  ignored: string[];
};

const DEFAULT_PAGE: PageSize = "50";

export function readView(raw: RawParams): ListView {
  const { tab, q, reason, policy, channel, assignee, sku, due, from, to, handover, status, job, sort, per, ...rest } =
    load(raw);
  const { after, before, view, go } = rest;
  const shownTab = tab ?? "authorization_required";
  const isKnown = (name: string): name is keyof typeof PARAMS => name in PARAMS;
  const parsed: Record<string, unknown> = {
    tab,
    q,
    reason,
    policy,
    channel,
    assignee,
    sku,
    due,
    from,
    to,
    handover,
    status,
    job,
    sort,
    per,
    ...rest,
  };
  const ignored = Object.entries(raw).filter(
    ([name, text]) => text !== "" && (!isKnown(name) || parsed[name] === null),
  );
  return {
    filter: {
      tab: shownTab,
      sort: sort ?? defaultSort(shownTab),
      reason,
      verdict: policy,
      channel,
      assignee,
      sku,
      due,
      from,
      to,
      isHandoverOpen: handover === "open",
      isStatusUnknown: status === "unknown",
      notDoneBy: job,
      q,
    },
    per: per ?? DEFAULT_PAGE,
    viewId: view,
    after,
    before: after ? null : before,
    isSubmitted: go !== null,
    ignored: ignored.map(([name]) => name),
  };
}

/** What of an address outlives a change of its filter. */
export type Kept = { per: PageSize; viewId: string | null };

type Place = Partial<Kept> & { after?: ListKey; before?: ListKey; isSubmitted?: boolean };

/** The address of a list, without what goes without saying. */
export function listHref(
  filter: ReturnFilter,
  { per, viewId, after, before, isSubmitted = false }: Place = {},
): string {
  const {
    tab,
    sort,
    reason,
    verdict,
    channel,
    assignee,
    sku,
    due,
    from,
    to,
    isHandoverOpen,
    isStatusUnknown,
    notDoneBy,
    q,
  } = filter;
  const query = serialize({
    tab: tab === "authorization_required" ? null : tab,
    q,
    reason,
    policy: verdict,
    channel,
    assignee,
    sku,
    due,
    from,
    to,
    handover: isHandoverOpen ? "open" : null,
    status: isStatusUnknown ? "unknown" : null,
    job: notDoneBy,
    sort: sort === defaultSort(tab) ? null : sort,
    per: per === undefined || per === DEFAULT_PAGE ? null : per,
    after: after ?? null,
    before: before ?? null,
    view: viewId ?? null,
    go: isSubmitted ? "1" : null,
  });
  return `${paths.returns()}${query}`;
}
