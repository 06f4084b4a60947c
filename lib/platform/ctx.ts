import "server-only";
import { db } from "@/db";
import type { Db } from "@/db/client";
import { type Actor, actorOf } from "@/lib/policy/actor";
import type { SellerSession, Session } from "./session";

/** Where, in which shop, by whom and when a verb acts: what each is handed, made by the seams alone. */
export type Ctx = { db: Db; sellerId: string; actor: Actor; now: Date };

/** What a reading takes of it. */
export type Reading = Pick<Ctx, "db" | "sellerId">;

/** The same for what works within a verb's transaction. */
export type Acting = Omit<Ctx, "db">;

/** The same for what a person does about their own account, in no shop. */
export type AccountCtx = { db: Db; user: Session["user"]; sessionId: string; now: Date };

/** The same for a verb that asks of the person nothing but who it is. */
export type OwnCtx = Omit<AccountCtx, "user"> & { user: { id: string } };

/** The same for what anybody may ask. */
export type PublicCtx = { db: Db; now: Date };

export const ctxOf = (session: SellerSession): Ctx => ({
  db,
  sellerId: session.seller.id,
  actor: actorOf(session),
  now: new Date(),
});

export const accountCtxOf = ({ user, sessionId }: Session): AccountCtx => ({ db, user, sessionId, now: new Date() });

export const publicCtx = (): PublicCtx => ({ db, now: new Date() });
