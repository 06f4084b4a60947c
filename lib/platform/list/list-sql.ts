import { type AnyColumn, and, asc, desc, type SQL, type Subquery, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/db/client";
import { withSeller, withUser } from "@/db/tenant";
import type { Cell, Columns, Filters, List, ListView, SortColumn, Values } from "@/lib/kernel/list/list";
import { type Comparison, keyIn, type ListKey } from "@/lib/kernel/list/list-key";
import { keyPage } from "../key-page";
import { listCsv } from "./list-csv";

type Expression = AnyColumn | SQL;
/** What a list is sorted by is never null: `coalesce` says where the unknown stands. */
type Sorted = Expression | readonly Expression[];

type OfShop = { sellerId: string };
/** Whose list it is, a shop's or an account's own; a list may have to know more, as the instant that deadlines are compared with. */
type Whose = OfShop | { userId: string };

const readingOf = <T>(db: Db, whose: Whose, work: (tx: Tx) => Promise<T>): Promise<T> =>
  "sellerId" in whose ? withSeller(db, whose.sellerId, work) : withUser(db, whose.userId, work);

/** What the reading of a page is made of. `key` is to be selected: the pages beside it are told by it. */
export type Clauses = {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
  key: SQL<string>;
  /** As it is read: the page before a key is read the other way round. */
  direction: typeof asc;
};

type Narrowing<F extends Filters, Ctx extends Whose> = {
  /** What belongs to the list at all: the seller's, and what no filter brings back. What a list of its own leaves out asks the filter. */
  base: (ctx: Ctx, filter?: Values<F>) => SQL | undefined;
  /** What each filter asks of a row, where something is given. */
  filter: { [Name in keyof F]: (value: Exclude<Values<F>[Name], null | false>, ctx: Ctx) => SQL | undefined };
};

/** Columns of the file that the pure half gives no value to. */
type Unsaid<C> = {
  [Name in keyof C & string]: C[Name] extends { value: unknown } | { only: "screen" } ? never : Name;
}[keyof C & string];
/** What stands in them: where the pure half is also the browser's, it knows no rows. */
type Cells<C, Read, Ctx> = [Unsaid<C>] extends [never]
  ? { cells?: undefined }
  : { cells: { [Name in Unsaid<C>]: (row: Read, ctx: Ctx) => Cell } };

type Half<F extends Filters, C, Ctx extends Whose, Read> = Narrowing<F, Ctx> & {
  /** What is made of more than one table names the seller in each of its parts. */
  table: PgTable | ((ctx: Ctx) => Subquery);
  id: Expression;
  /** Of a column, or of several one after another; what turns with the direction is a function of it. */
  sort: { [Name in SortColumn<C>]: Sorted | ((isDescending: boolean) => Sorted) };
  read: (tx: Tx, clauses: Clauses, ctx: Ctx) => PromiseLike<readonly Read[]>;
};

/** A part of a list that is read for its file. */
const AT_ONCE = 500;

const CAST: Record<Comparison, SQL> = {
  instant: sql`timestamptz`,
  date: sql`date`,
  number: sql`bigint`,
  text: sql`text`,
};

// What was kept before a filter existed does not name it.
const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== undefined;

/** What a row has to be to stand in a list that is narrowed so. */
export const narrowing =
  <F extends Filters, Ctx extends Whose = OfShop>(
    { filters }: { filters: F },
    { base, filter: asks }: Narrowing<F, Ctx>,
  ) =>
  (ctx: Ctx, filter: Values<F>): SQL | undefined =>
    and(
      base(ctx, filter),
      ...Object.keys(filters).map((name: keyof F) => {
        const value = filter[name];
        return isGiven(value) ? asks[name](value as Exclude<Values<F>[keyof F], null | false>, ctx) : undefined;
      }),
    );

/** The SQL half of a list: the same names in the database's words; page, file and count follow from it. */
export function listSql<
  Row,
  F extends Filters,
  C extends Columns<Row>,
  Read extends Row & { key: string },
  Ctx extends Whose = OfShop,
>(list: List<Row, F, C>, half: Half<F, C, Ctx, Read> & Cells<C, Read, Ctx>) {
  type View = ListView<F, C>;
  type Asked = Pick<View, "filter" | "sort" | "after" | "before">;

  const where = narrowing<F, Ctx>(list, half);
  const tableOf = (ctx: Ctx) => (typeof half.table === "function" ? half.table(ctx) : half.table);

  function order(sort: string) {
    const isDescending = sort.startsWith("-");
    const given = half.sort[sort.replace(/^-/, "") as SortColumn<C>];
    const sorted: Sorted = typeof given === "function" ? given(isDescending) : given;
    return { isDescending, by: [sorted].flat() as Expression[], comparisons: list.comparisonsOf(sort) };
  }

  function clauses(ctx: Ctx, { filter, sort, after, before }: Asked, limit: number): Clauses {
    const { isDescending, by, comparisons } = order(sort);
    const isBackwards = !after && Boolean(before);
    const key = after ?? before;
    const direction = isDescending === isBackwards ? asc : desc;
    const places = key?.at.map((at, index) => sql`${at}::${CAST[comparisons[index] ?? "text"]}`) ?? [];
    const isGreater = isDescending === isBackwards;
    const row = (parts: readonly (Expression | SQL)[]) => sql`(${sql.join([...parts], sql`, `)})`;
    const beyond =
      key && sql`${row([...by, half.id])} ${sql.raw(isGreater ? ">" : "<")} ${row([...places, sql`${key.id}::uuid`])}`;
    return {
      where: and(where(ctx, filter), beyond ?? undefined),
      orderBy: [...by, half.id].map((each) => direction(each)),
      limit,
      direction,
      key: sql<string>`concat_ws('~', ${sql.join(
        [...by, half.id].map((each) => sql`${each}::text`),
        sql`, `,
      )})`,
    };
  }

  const keyOf = (row: { key: string } | null, sort: string): ListKey | null =>
    row && keyIn(row.key, list.comparisonsOf(sort));

  type Paged = Asked & Pick<View, "per">;

  /** What a page is cut from: one row more than it shows, in its order. */
  async function found(tx: Tx, ctx: Ctx, view: Paged): Promise<readonly Read[]> {
    const rows = await half.read(tx, clauses(ctx, view, view.per + 1), ctx);
    return !view.after && view.before ? rows.toReversed() : rows;
  }

  /** A page, and where those beside it begin; the rows may be another list's too, told by keys of the same kind. */
  function cut<Each extends { key: string }>(from: readonly Each[], view: Paged) {
    const { rows, previous, next } = keyPage(from, view, view.per);
    return { rows, previous: keyOf(previous, view.sort), next: keyOf(next, view.sort) };
  }

  const page = async (tx: Tx, ctx: Ctx, view: Paged) => cut(await found(tx, ctx, view), view);

  /** Where a row stands in the list as it is narrowed and sorted, told by its key; null where it is not of the base. */
  async function around(tx: Tx, ctx: Ctx, { filter, sort }: Pick<View, "filter" | "sort">, id: string, atMost: number) {
    const { key } = clauses(ctx, { filter, sort, after: null, before: null }, 1);
    const [row] = await tx
      .select({ key, isListed: sql<boolean>`coalesce(${where(ctx, filter) ?? sql`true`}, false)` })
      .from(tableOf(ctx))
      .where(and(half.base(ctx), sql`${half.id} = ${id}::uuid`));
    const at = row ? keyOf(row, sort) : null;
    if (!row || !at) return null;
    const beyond = (side: Pick<Asked, "after" | "before">, limit: number, picked: SQL) => {
      const { where: those, orderBy } = clauses(ctx, { filter, sort, ...side }, limit);
      return sql`(select ${picked} from ${tableOf(ctx)} where ${those} order by ${sql.join(orderBy, sql`, `)} limit ${limit})`;
    };
    const counted = (side: Pick<Asked, "after" | "before">) =>
      sql<number>`(select count(*) from ${beyond(side, atMost, sql`1`)} one)`.mapWith(Number);
    const [found] = await tx
      .select({
        previous: sql<string | null>`${beyond({ after: null, before: at }, 1, sql`${half.id}`)}`,
        next: sql<string | null>`${beyond({ after: at, before: null }, 1, sql`${half.id}`)}`,
        earlier: counted({ after: null, before: at }),
        total: counted({ after: null, before: null }),
      })
      .from(sql`(values (1)) as one(n)`);
    return found ? { ...found, isListed: row.isListed } : null;
  }

  async function* all(db: Db, ctx: Ctx, asked: Pick<View, "filter" | "sort">): AsyncGenerator<Read> {
    let after: ListKey | null = null;
    for (;;) {
      const part: Paged = { ...asked, after, before: null, per: AT_ONCE };
      const rows: readonly Read[] = await readingOf(db, ctx, (tx) => found(tx, ctx, part));
      const { rows: shown, next } = cut(rows, part);
      yield* shown;
      after = next;
      if (!after) return;
    }
  }

  async function counts<Name extends string>(
    tx: Tx,
    ctx: Ctx,
    filters: Readonly<Record<Name, Values<F>>>,
    atMost: number,
  ): Promise<Record<Name, number>> {
    const capped = (filter: Values<F>) => {
      const some = tx
        .select({ one: sql`1`.as("one") })
        .from(tableOf(ctx))
        .where(where(ctx, filter))
        .limit(atMost)
        .as("some");
      return sql<number>`(select count(*) from ${some})`.mapWith(Number);
    };
    const names = Object.keys(filters) as Name[];
    const [row] = await tx
      .select(Object.fromEntries(names.map((name) => [name, capped(filters[name])])))
      .from(sql`(values (1)) as one(n)`);
    return Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<Name, number>;
  }

  const cells: Partial<Record<string, (row: Read, ctx: Ctx) => Cell>> = half.cells ?? {};
  const cellOf = (ctx: Ctx) => (row: Read, name: keyof C & string) =>
    Object.hasOwn(cells, name) ? (cells[name]?.(row, ctx) ?? null) : list.valueOf(row, name);

  type Left = { without?: readonly (keyof C & string)[] };
  /** The columns of these rows, as CSV. */
  const csvOf = (ctx: Ctx, rows: AsyncIterable<Read>, left: Left = {}): AsyncGenerator<string> =>
    listCsv({ inFile: list.inFile, valueOf: cellOf(ctx) }, rows, left);

  return {
    page,
    found,
    cut,
    around,
    /** Everything that matches, read a part at a time. */
    all,
    where,
    /** The columns of everything that matches, as CSV. */
    csv: (ctx: Ctx & { db: Db }, asked: Pick<View, "filter" | "sort">, left?: Left) =>
      csvOf(ctx, all(ctx.db, ctx, asked), left),
    csvOf,
    /** How many match each of some filters, counted up to a limit, in one statement. */
    counts,
    count: async (tx: Tx, ctx: Ctx, filter: Values<F>, atMost: number): Promise<number> =>
      (await counts(tx, ctx, { all: filter }, atMost)).all,
  };
}
