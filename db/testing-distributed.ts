import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { loadModule, parseSync } from "libpg-query";
import * as schema from "./schema";

/** Forms of statements that a distributed PostgreSQL refuses, or answers in another way than one server does. */
export type RefusedForm =
  | "a function of the moment in what is written"
  | "rows of several sellers locked"
  | "a column compared with itself"
  | "a sub-select that asks the outer row for its seller"
  | "a part that reads what another part writes";

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Their answer differs from one node, or from one moment, to the next. */
const OF_THE_MOMENT = new Set([
  ...["now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday", "random"],
  ...["gen_random_uuid", "uuidv7", "nextval", "set_config", "current_setting"],
]);

/** Every node of a kind below this one, the innermost included. */
function nodesOf(kind: string, value: unknown): Tree[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(kind, one));
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    ...(name === kind && isTree(child) ? [child] : []),
    ...nodesOf(kind, child),
  ]);
}

const wordsOf = (value: unknown): string[] => nodesOf("String", value).map(({ sval }) => String(sval));
const columnOf = (value: unknown): string[] | null =>
  isTree(value) && isTree(value.ColumnRef) ? wordsOf(value.ColumnRef) : null;
const equalities = (where: unknown) =>
  nodesOf("A_Expr", where).filter(({ kind, name }) => kind === "AEXPR_OP" && wordsOf(name).join() === "=");

const isOfTheMoment = (value: unknown): boolean =>
  nodesOf("FuncCall", value).some(({ funcname }) => OF_THE_MOMENT.has(wordsOf(funcname).at(-1) ?? "")) ||
  nodesOf("SQLValueFunction", value).length > 0;

const writesOf = (tree: unknown): Tree[] =>
  ["InsertStmt", "UpdateStmt", "DeleteStmt"].flatMap((kind) => nodesOf(kind, tree));

const writesAMoment = (tree: unknown): boolean =>
  nodesOf("UpdateStmt", tree).some(({ targetList }) => isOfTheMoment(targetList)) ||
  writesOf(tree).some(
    (write) =>
      [write.onConflictClause, write.returningClause, write.returningList].some(isOfTheMoment) ||
      nodesOf("CaseExpr", write).some(isOfTheMoment),
  );

/** The names under which a select's own tables are known to it, without those of its sub-selects. */
function namesIn(from: unknown): string[] {
  if (Array.isArray(from)) return from.flatMap(namesIn);
  if (!isTree(from)) return [];
  const { RangeVar, JoinExpr, RangeSubselect, RangeFunction } = from;
  const aliasOf = (range: Tree) => (isTree(range.alias) ? [String(range.alias.aliasname)] : []);
  if (isTree(RangeVar)) return [aliasOf(RangeVar)[0] ?? String(RangeVar.relname)];
  if (isTree(JoinExpr)) return [...namesIn(JoinExpr.larg), ...namesIn(JoinExpr.rarg)];
  return [RangeSubselect, RangeFunction].flatMap((range) => (isTree(range) ? aliasOf(range) : []));
}

const tablesOf = (value: unknown): string[] => nodesOf("RangeVar", value).map(({ relname }) => String(relname));

const namesSeller = (where: unknown): boolean =>
  equalities(where).some(({ lexpr, rexpr }) => {
    const sides = [lexpr, rexpr];
    const isSeller = sides.some((side) => columnOf(side)?.at(-1) === "seller_id");
    return isSeller && sides.some((side) => columnOf(side) === null);
  });

const locksSellers = (tree: unknown, tenant: ReadonlySet<string>): boolean =>
  nodesOf("SelectStmt", tree).some(
    ({ lockingClause, fromClause, whereClause }) =>
      lockingClause !== undefined && tablesOf(fromClause).some((name) => tenant.has(name)) && !namesSeller(whereClause),
  );

const comparesWithItself = (tree: unknown): boolean =>
  equalities(tree).some(({ lexpr, rexpr }) => {
    const [left, right] = [columnOf(lexpr), columnOf(rexpr)];
    if (left === null || right === null) return false;
    // Without a table's name it is the innermost table's own.
    const isOwn = left.length === 1 || right.length === 1;
    return isOwn ? left.at(-1) === right.at(-1) : left.join(".") === right.join(".");
  });

/** In a sub-select `outer.seller_id` is a variable of another plan; its own tables are known by the names in its from. */
function asksOuter(tree: unknown): boolean {
  const subs = [
    ...nodesOf("SubLink", tree).map(({ subselect }) => subselect),
    ...nodesOf("RangeSubselect", tree).map(({ subquery }) => subquery),
  ];
  return subs.some((sub) => {
    const select = isTree(sub) ? sub.SelectStmt : undefined;
    if (!isTree(select)) return false;
    // Both sides of a union stand there as selects without the name.
    const selects = ["SelectStmt", "larg", "rarg"].flatMap((kind) => nodesOf(kind, sub));
    const own = new Set(selects.flatMap(({ fromClause }) => namesIn(fromClause)));
    return equalities(select).some(({ lexpr, rexpr }) =>
      [lexpr, rexpr].some((side) => {
        const column = columnOf(side);
        return column?.length === 2 && column[1] === "seller_id" && !own.has(column[0] ?? "");
      }),
    );
  });
}

/** One server gives all parts of a `with` the same state; a distributed one carries them out one after the other. */
function readsAnothersWrites(tree: unknown): boolean {
  const parts = nodesOf("CommonTableExpr", tree).map(({ ctequery }) => {
    const written = writesOf(ctequery).flatMap(({ relation }) => (isTree(relation) ? [String(relation.relname)] : []));
    const reads = writesOf(ctequery).flatMap(({ relation: _, ...rest }) => tablesOf(rest));
    return { written: new Set(written), reads: written.length > 0 ? reads : tablesOf(ctequery) };
  });
  return parts.some((part) =>
    parts.some((other) => other !== part && part.reads.some((name) => other.written.has(name))),
  );
}

/** What has a seller's rows. */
export const tenantTables = (): string[] =>
  Object.values(schema).flatMap((table) =>
    is(table, PgTable) && "sellerId" in getTableColumns(table) ? [getTableName(table)] : [],
  );

/** What of a statement a distributed engine does not take, by PostgreSQL's own parser. */
export async function readerOfForms(tenantTables: Iterable<string>): Promise<(statement: string) => RefusedForm[]> {
  await loadModule();
  const tenant = new Set(tenantTables);
  return (statement) => {
    const tree: unknown = parseSync(statement);
    const found: [RefusedForm, boolean][] = [
      ["a function of the moment in what is written", writesAMoment(tree)],
      ["rows of several sellers locked", locksSellers(tree, tenant)],
      ["a column compared with itself", comparesWithItself(tree)],
      ["a sub-select that asks the outer row for its seller", asksOuter(tree)],
      ["a part that reads what another part writes", readsAnothersWrites(tree)],
    ];
    return found.flatMap(([form, isThere]) => (isThere ? [form] : []));
  };
}
