import type { Permission } from "@/lib/policy/permissions";
import type { Buyer } from "./buyers";
import type { AccountCtx, Ctx, PublicCtx } from "./ctx";
import type { KeyHolder } from "./keys";
import type { SellerSession, Session } from "./session";

/**
 * Who may: a permission in the chosen seller, somebody who is signed in, whoever shows a key, the buyer of the return
 * that the address names, or nobody in particular.
 */
export type Needs = Permission | "session" | "public" | { key: "channel" } | { buyer: "return" };

export type SellerCtx = Ctx & { session: SellerSession };
export type SessionCtx = AccountCtx & { session: Session };

/** Another system, let in for one channel: what it does through a verb is done by its key. */
export type KeyCtx = Ctx & KeyHolder;

/** The buyer of one return, let in by a link; nothing else of the shop is open to them. */
export type BuyerCtx = Ctx & Buyer;

/** What runs is handed by what is needed. */
export type CtxOf<N extends Needs> = N extends Permission
  ? SellerCtx
  : N extends "session"
    ? SessionCtx
    : N extends { key: "channel" }
      ? KeyCtx
      : N extends { buyer: "return" }
        ? BuyerCtx
        : PublicCtx;
