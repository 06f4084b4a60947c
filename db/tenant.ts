import { sql } from "drizzle-orm";
import { isId } from "@/lib/kernel/ids";
import type { Db, Tx } from "./client";

type Setting = "app.seller_id" | "app.user_id";

/** SET takes no parameters, so the value is proved to be a uuid first: this is the only place that writes it. */
async function set(tx: Pick<Tx, "execute">, setting: Setting, id: string | null): Promise<void> {
  if (id !== null && !isId(id)) throw new Error(`not an id for ${setting}`);
  await tx.execute(sql.raw(`set local ${setting} = '${id ?? ""}'`));
}

const scope = <T>(db: Db, setting: Setting, id: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  if (!isId(id)) return Promise.reject(new Error(`not an id for ${setting}`));
  return db.transaction(async (tx) => {
    await set(tx, setting, id);
    return work(tx as Tx);
  });
};

/** The one door to tenant rows: a transaction that sees the rows of this seller and no others. */
export const withSeller = <T>(db: Db, sellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.seller_id", sellerId, work);

/** A transaction that sees a person's own memberships, sellers, devices and history, and nothing inside the sellers. */
export const withUser = <T>(db: Db, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.user_id", userId, work);

/** Another scope within a transaction while `work` runs: for what an act in one place means in another. */
async function also<T>(tx: Tx, setting: Setting, id: string, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.execute<{ id: string | null }>(sql`select current_setting(${setting}, true) as id`);
  await set(tx, setting, id);
  const answer = await work();
  await set(tx, setting, before?.id || null);
  return answer;
}

export const alsoInSeller = <T>(tx: Tx, sellerId: string, work: () => Promise<T>): Promise<T> =>
  also(tx, "app.seller_id", sellerId, work);

export const alsoAsUser = <T>(tx: Tx, userId: string, work: () => Promise<T>): Promise<T> =>
  also(tx, "app.user_id", userId, work);
