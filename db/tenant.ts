import { sql } from "drizzle-orm";
import { isId } from "../lib/ids";
import type { Db, Tx } from "./client";

const scope = async <T>(db: Db, setting: "app.seller_id" | "app.user_id", id: string, work: (tx: Tx) => Promise<T>) => {
  // SET takes no parameters, so the value is proved to be a uuid first: this is the only place that writes it.
  if (!isId(id)) throw new Error(`not an id for ${setting}`);
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local ${setting} = '${id}'`));
    return work(tx as Tx);
  });
};

/** The one door to tenant rows: a transaction that sees the rows of this seller and no others. */
export const withSeller = <T>(db: Db, sellerId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.seller_id", sellerId, work);

/** A transaction that sees a person's own memberships and sellers, and nothing inside them. */
export const withUser = <T>(db: Db, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  scope(db, "app.user_id", userId, work);
