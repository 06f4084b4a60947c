import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { isId } from "@/lib/kernel/ids";
import type { Db, Tx } from "./client";

type Setting = "app.seller_id" | "app.user_id";

/** SET takes no parameters, so the value is proved to be a uuid first: this is the only place that writes it. */
function setting(name: Setting, id: string | null): string {
  if (id !== null && !isId(id)) throw new Error(`not an id for ${name}`);
  return `set local ${name} = '${id ?? ""}'`;
}

/** Which sellers a person may see, read as that person: a policy asks no table (see `sellers_seen`). */
const seen = (userId: string): string => `select set_config('app.seller_ids', coalesce(
  (select '*' from users u where u.id = '${userId}' and u.is_support),
  (select string_agg(m.seller_id::text, ',') from memberships m where m.user_id = '${userId}' and m.deactivated_at is null),
  ''), true)`;

/** What opens a scope: its setting, and for a person what they may see by it. */
const opening = (name: Setting, id: string | null): string[] => [
  setting(name, id),
  ...(name === "app.user_id" ? [id === null ? "set local app.seller_ids = ''" : seen(id)] : []),
];

const scope = <T>(db: Db, name: Setting, id: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  if (!isId(id)) return Promise.reject(new Error(`not an id for ${name}`));
  return db.transaction(async (tx) => {
    // Sent before anything of `work` and answered with it; where it fails, all that follows in the transaction does too.
    const isSet = Promise.all(opening(name, id).map((statement) => rawOf(tx).unsafe(statement).execute()));
    isSet.catch(() => undefined);
    const answer = await work(tx as Tx);
    await isSet;
    return answer;
  });
};

/** The driver's own transaction, which sends in the order in which it is asked. */
const rawOf = (tx: Pick<Tx, "_">): postgres.TransactionSql =>
  (tx._.session as unknown as { client: postgres.TransactionSql }).client;

/** The one door to tenant rows: a transaction that sees the rows of this seller and no others. */
export const withSeller = <T>(db: Db, sellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.seller_id", sellerId, work);

/** A transaction that sees a person's own memberships, sellers, devices and history, and nothing inside the sellers. */
export const withUser = <T>(db: Db, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.user_id", userId, work);

/** Another scope within a transaction while `work` runs: for what an act in one place means in another. */
async function also<T>(tx: Tx, name: Setting, id: string, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ id: string | null }>(sql`select current_setting(${name}, true) as id`);
  for (const statement of opening(name, id)) await tx.execute(sql.raw(statement));
  const answer = await work();
  for (const statement of opening(name, before?.id || null)) await tx.execute(sql.raw(statement));
  return answer;
}

export const alsoInSeller = <T>(tx: Tx, sellerId: string, work: () => Promise<T>): Promise<T> =>
  also(tx, "app.seller_id", sellerId, work);

export const alsoAsUser = <T>(tx: Tx, userId: string, work: () => Promise<T>): Promise<T> =>
  also(tx, "app.user_id", userId, work);
