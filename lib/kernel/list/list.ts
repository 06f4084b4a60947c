import type { Money } from "../money";
import type { Filter } from "./filters";
import { type Comparison, keyIn, keyText, type ListKey } from "./list-key";

/** What a column says of a row; null: nothing, or unknown. */
export type Cell = string | number | null | Date | Money;

export type ListColumn<Row> = {
  value?: (row: Row) => Cell;
  /** The list can be sorted by it, and how its values compare. */
  sort?: Comparison | readonly Comparison[];
  /** Where it stands, if not in both. */
  only?: "screen" | "file";
  /** Stands on the screen whatever a person chose. */
  isFixed?: boolean;
  /** Stands on the screen only for who chose it. */
  isExtra?: boolean;
};

type AnyFilter = {
  key?: string;
  empty: unknown;
  read: (texts: readonly string[]) => unknown;
  write: (value: never) => readonly string[];
  accepts: (value: unknown) => boolean;
};
export type Filters = Readonly<Record<string, AnyFilter>>;
export type Columns<Row> = Readonly<Record<string, ListColumn<Row>>>;

export type Values<F extends Filters> = { [Name in keyof F]: F[Name] extends Filter<infer Value> ? Value : never };
export type SortColumn<C> = { [Name in keyof C & string]: C[Name] extends { sort: unknown } ? Name : never }[keyof C &
  string];
/** A column's name, or the name behind a minus for the other way round. */
export type SortOf<C> = SortColumn<C> | `-${SortColumn<C>}`;

type Declared<Row, F extends Filters, C extends Columns<Row>> = {
  filter: F;
  columns: C;
  /** How the list stands unless somebody says otherwise; takes its filter, so that columns are known before it. */
  sort: (filter: Values<F>) => SortOf<C>;
  /** Rows of a page; the first where nothing is said. */
  sizes: readonly [number, ...number[]];
  /** What else the address of its page may say. */
  beside?: readonly string[];
};

export type ListView<F extends Filters, C> = {
  filter: Values<F>;
  sort: SortOf<C>;
  per: number;
  /** The columns a person chose; null: those that stand for everybody. */
  columns: readonly (keyof C & string)[] | null;
  after: ListKey | null;
  before: ListKey | null;
};

type Beside = { previous: ListKey | null; next: ListKey | null };
type Raw = Readonly<Record<string, string | string[] | undefined>>;
const RESERVED = ["sort", "per", "columns", "after", "before"];

const textsOf = (given: string | string[] | undefined): string[] =>
  (given === undefined ? [] : [given].flat()).filter((text) => text !== "");

function declare<Row, F extends Filters, C extends Columns<Row>>(declared: Declared<Row, F, C>) {
  type View = ListView<F, C>;
  type Name = keyof C & string;
  const { filter: filters, columns, sizes, beside = [] } = declared;
  const named = Object.entries(filters).map(([name, filter]) => ({ name, key: filter.key ?? name, filter }));
  const names = Object.keys(columns) as Name[];
  const columnOf = (name: string): ListColumn<Row> | undefined =>
    Object.hasOwn(columns, name) ? columns[name] : undefined;
  const isName = (name: string): name is Name => columnOf(name) !== undefined;
  const sortedBy = (sort: string) => sort.replace(/^-/, "");
  const comparisonsOf = (sort: string): readonly Comparison[] => {
    const by = columnOf(sortedBy(sort))?.sort;
    return by === undefined ? [] : [by].flat();
  };
  const usualSort = declared.sort;
  const valuesOf = (value: (filter: AnyFilter, key: string) => unknown) =>
    Object.fromEntries(named.map(({ name, key, filter }) => [name, value(filter, key)])) as Values<F>;
  const emptyFilter = valuesOf(({ empty }) => empty);
  const isOnScreen = (name: Name) => columnOf(name)?.only !== "file";

  const usual = (filter: Values<F> = emptyFilter): View => ({
    ...{ filter, sort: usualSort(filter), per: sizes[0], columns: null, after: null, before: null },
  });

  /** An address as a list, and the names in it that mean nothing here. */
  function read(raw: Raw): View & { ignored: string[] } {
    const unread: string[] = [];
    const ofKey = <Value>(key: string, value: (texts: readonly string[]) => Value | undefined): Value | undefined => {
      const texts = textsOf(raw[key]);
      const found = texts.length === 0 ? undefined : value(texts);
      if (texts.length > 0 && found === undefined) unread.push(key);
      return found;
    };
    const filter = valuesOf((each, key) => ofKey(key, each.read) ?? each.empty);
    const sort =
      ofKey("sort", ([text = ""]) => (comparisonsOf(text).length > 0 ? (text as SortOf<C>) : undefined)) ??
      usualSort(filter);
    const key = ([text = ""]: readonly string[]) => keyIn(text, comparisonsOf(sort)) ?? undefined;
    const after = ofKey("after", key) ?? null;
    const before = ofKey("before", key) ?? null;
    const chosen = ofKey("columns", ([text = ""]) => {
      const known = text.split(",").filter(isName).filter(isOnScreen);
      return known.length === 0 ? undefined : known;
    });
    const per = ofKey("per", ([text = ""]) => sizes.find((size) => String(size) === text)) ?? sizes[0];
    const known = new Set([...named.map(({ key: own }) => own), ...RESERVED, ...beside]);
    const strange = Object.keys(raw).filter((name) => !known.has(name) && textsOf(raw[name]).length > 0);
    return {
      ...{ filter, sort, per, columns: chosen ?? null, after, before: after ? null : before },
      ignored: Object.keys(raw).filter((name) => unread.includes(name) || strange.includes(name)),
    };
  }

  /** The query of an address, with its question mark, without what goes without saying. */
  function query(view: Partial<View> & { filter: Values<F> }, more: Record<string, string> = {}): string {
    const { filter, sort, per, columns: chosen, after, before } = view;
    const said = new URLSearchParams();
    for (const { name, key, filter: each } of named)
      for (const text of each.write(filter[name] as never)) said.append(key, text);
    if (sort !== undefined && sort !== usualSort(filter)) said.set("sort", sort);
    if (per !== undefined && per !== sizes[0]) said.set("per", String(per));
    if (chosen) said.set("columns", chosen.join(","));
    if (after) said.set("after", keyText(after));
    if (before) said.set("before", keyText(before));
    for (const [name, text] of Object.entries(more)) said.set(name, text);
    return said.size === 0 ? "" : `?${said}`;
  }

  return {
    filters,
    columns,
    sizes,
    emptyFilter,
    usual,
    read,
    query,
    comparisonsOf,
    usualSort,
    isNarrowed: (filter: Values<F>): boolean =>
      named.some(({ name, filter: each }) => each.write(filter[name] as never).length > 0),
    /** The columns a person sees, in the order in which they chose them: null for those who chose none. */
    shown: (chosen: readonly string[] | null): Name[] => {
      const own = chosen?.filter(isName).filter(isOnScreen) ?? [];
      if (own.length === 0) return names.filter((name) => isOnScreen(name) && !columnOf(name)?.isExtra);
      return [...names.filter((name) => columnOf(name)?.isFixed && isOnScreen(name) && !own.includes(name)), ...own];
    },
    /** The columns of the file, and what stands in them. */
    inFile: names.filter((name) => columnOf(name)?.only !== "screen"),
    valueOf: (row: Row, name: Name): Cell => columnOf(name)?.value?.(row) ?? null,
    /** Where the pages beside this one are found; `more` is what else the address of its page says. */
    links: (path: string, view: View, { previous, next }: Beside, more?: Record<string, string>) => ({
      previousHref: previous && `${path}${query({ ...view, after: null, before: previous }, more)}`,
      nextHref: next && `${path}${query({ ...view, after: next, before: null }, more)}`,
    }),
    /** By what the list is sorted, and whether upwards; pressed again it turns round. */
    sortLink: (view: View, name: Name) => {
      const isSorted = sortedBy(view.sort) === name;
      const direction = isSorted
        ? view.sort.startsWith("-")
          ? ("descending" as const)
          : ("ascending" as const)
        : null;
      const next = (direction === "ascending" ? `-${name}` : name) as SortOf<C>;
      return comparisonsOf(name).length === 0
        ? null
        : { direction, query: query({ ...view, sort: next, after: null, before: null }) };
    },
  };
}
export type List<Row, F extends Filters, C extends Columns<Row>> = ReturnType<typeof declare<Row, F, C>>;

/** `list<Row>()({…})`: everything a list says of itself, once. */
export const list =
  <Row>() =>
  <const F extends Filters, const C extends Columns<Row>>(declared: Declared<Row, F, C>): List<Row, F, C> =>
    declare(declared);

/** The filters of a list, whatever its rows and columns are. */
export type Filtered = { filters: Filters };
