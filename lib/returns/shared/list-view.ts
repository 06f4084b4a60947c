import { paths, SELECT_MATCHING } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { ListKey } from "@/lib/kernel/list/list-key";
import { RETURNS, type ReturnFilter } from "./filter";

export const PAGE_SIZES = ["25", "50", "100"] as const;
export type PageSize = (typeof PAGE_SIZES)[number];
const DEFAULT_PAGE: PageSize = "50";

/** Where a page begins or ends, and how many rows lie before it: that number is only told, never counted on. */
type Place = { at: string; id: string; position: number };

export type RawParams = Record<string, string | string[] | undefined>;

/** A query as its names, each with all that it says of it. */
export function paramsOf(query: string): RawParams {
  const said = new URLSearchParams(query);
  return Object.fromEntries([...new Set(said.keys())].map((name) => [name, said.getAll(name)]));
}

export type ListView = {
  filter: ReturnFilter;
  per: PageSize;
  /** Of the saved view it began as. */
  viewId: string | null;
  after: Place | null;
  before: Place | null;
  isSubmitted: boolean;
  /** Names in the address that mean nothing here. */
  ignored: string[];
};

/** What stands in the address beside the list: the view it began as, what is looked at, that all of it is selected. */
const BESIDE: Record<string, (text: string) => boolean> = {
  view: isId,
  peek: isId,
  select: (text) => text === SELECT_MATCHING,
};

const placeOf = (key: ListKey | null): Place | null =>
  key && { at: key.at[0] ?? "", id: key.id, position: key.position ?? 0 };
const keyOf = (place: Place | undefined): ListKey | null =>
  place ? { at: [place.at], id: place.id, position: place.position } : null;

/** An address as a list. What it does not know, or cannot read, is left out and said so. */
export function readView(raw: RawParams): ListView {
  const { filter, sort, per, after, before, ignored } = RETURNS.read(raw);
  const textOf = (name: string) => [raw[name]].flat()[0] ?? "";
  const unread = Object.entries(BESIDE).filter(([name, isRight]) => textOf(name) !== "" && !isRight(textOf(name)));
  return {
    filter: { ...filter, sort },
    per: PAGE_SIZES.find((size) => size === String(per)) ?? DEFAULT_PAGE,
    viewId: isId(textOf("view")) ? textOf("view") : null,
    after: placeOf(after),
    before: placeOf(before),
    isSubmitted: textOf("go") !== "",
    ignored: [...ignored, ...unread.map(([name]) => name)],
  };
}

/** What of an address outlives a change of its filter. */
export type Kept = { per: PageSize; viewId: string | null };

type At = Partial<Kept> & { after?: Place; before?: Place; isSubmitted?: boolean };

/** The address of a list, without what goes without saying. */
export function listHref(
  { sort, ...filter }: ReturnFilter,
  { per = DEFAULT_PAGE, viewId, after, before, isSubmitted = false }: At = {},
): string {
  const view = { filter, sort, per: Number(per), after: keyOf(after), before: keyOf(before) };
  return `${paths.returns()}${RETURNS.query(view, { ...(viewId && { view: viewId }), ...(isSubmitted && { go: "1" }) })}`;
}
