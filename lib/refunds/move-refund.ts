import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { refunds } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { breaks } from "@/db/write-set";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { moveIn } from "@/lib/platform/moves/writer";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { refundMachine } from "@/lib/policy/machines/refund/refund-machine";
import { moveReturnsIn } from "@/lib/returns/move-returns";
import { overLimit } from "./over-limit";
import { refundStore } from "./refund-store";

export const refundIdSchema = z.strictObject({ refundId: idSchema });
export const declineSchema = z.strictObject({ refundId: idSchema, note: z.string().trim().min(1).max(NOTE_AT_MOST) });
export const tickSchema = z.strictObject({ refundId: idSchema, reference: z.string().trim().max(200) });
export const failSchema = z.strictObject({ refundId: idSchema, failure: z.string().trim().min(1).max(NOTE_AT_MOST) });

/** `refund_moved`: it stands elsewhere by now. `refund_spent`: what it needs was refunded otherwise. Nothing was changed. */
export type MoveRefundRefusal = { code: "refund_moved" | "refund_spent" | "own_approval" };

type Request = { move: keyof typeof refundMachine.moves & string } & Record<string, unknown>;

/** Locks what a refund belongs to, as every other writer of a return does first; null: there is no such refund. */
export async function lockRefund(tx: Tx, sellerId: string, refundId: string) {
  const [row] = await tx
    .select({
      ...{ orderId: refunds.orderId, returnId: refunds.returnId, currency: refunds.currency },
      amountMinor: refunds.amountMinor,
    })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.id, refundId)));
  if (!row) return null;
  if (row.returnId !== null) await lockReturns(tx, sellerId, [row.returnId]);
  return row;
}

/** Moves one refund for a caller that has locked what it belongs to; its return follows: all of it settled, it is over. */
export async function moveRefundIn(tx: Tx, acting: Acting, refundId: string, request: Request) {
  const { written, refused } = await moveIn(
    tx,
    { machine: refundMachine, store: refundStore, actor: acting.actor.kind },
    { ...acting, ids: [refundId], request },
    async (plan) => plan,
  );
  const ids = written.flatMap(({ subject: { returnId } }) => returnId ?? []);
  // A return for which the money changes nothing stays as it is.
  if (ids.length > 0) await moveReturnsIn(tx, { ...acting, ids, request: { move: "follow_refund" } });
  return refused[0]?.refusal ?? null;
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockRefund>>>;
type Asking = Request | ((tx: Tx, acting: Acting, refund: Locked) => Promise<Request>);

const moved = ({ db, ...acting }: Ctx, refundId: string, asking: Asking): Promise<Result<null, Refusal>> =>
  withSeller<Result<null, Refusal>>(db, acting.sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const refund = await lockRefund(tx, acting.sellerId, refundId);
    if (!refund) return refuse({ code: "not_found" });
    const request = typeof asking === "function" ? await asking(tx, acting, refund) : asking;
    const refusal = await moveRefundIn(tx, acting, refundId, request);
    if (!refusal) return ok(null);
    return refuse({ code: refusal.code === "own_approval" ? "own_approval" : "refund_moved" });
  }).catch((error: unknown) => {
    if (breaks(error, "payments_refunded")) return refuse({ code: "refund_spent" });
    throw error;
  });

/** A second person lets a refund go that is above what its maker may give; within what they may give themselves. */
export const approveRefund = ({ db, ...acting }: Ctx, { refundId }: z.output<typeof refundIdSchema>) =>
  withSeller(db, acting.sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const { sellerId, actor } = acting;
    const refund = await lockRefund(tx, sellerId, refundId);
    if (!refund) return refuse({ code: "not_found" });
    if (actor.kind !== "person") return refuse({ code: "refund_moved" });
    const { currency, amountMinor } = refund;
    const above = await overLimit(tx, acting, amountMinor ?? 0, currency);
    if (above) return refuse(above);
    const refusal = await moveRefundIn(tx, acting, refundId, {
      move: "approve",
      by: { id: actor.id, name: actor.name },
    });
    if (!refusal) return ok(null);
    return refuse({ code: refusal.code === "own_approval" ? "own_approval" : "refund_moved" });
  });

export const declineRefund = (ctx: Ctx, { refundId, note }: z.output<typeof declineSchema>) =>
  moved(ctx, refundId, { move: "decline", note });

/** Somebody has made it where the buyer paid. */
export const tickRefund = (ctx: Ctx, { refundId, reference }: z.output<typeof tickSchema>) =>
  moved(ctx, refundId, { move: "succeed", reference: reference === "" ? null : reference });

/** It could not be made there: what it held may be refunded otherwise. */
export const failRefund = (ctx: Ctx, { refundId, failure }: z.output<typeof failSchema>) =>
  moved(ctx, refundId, { move: "fail", failure });

/** Tries a failed refund again; whoever may not give it alone asks a second person again. */
export const retryRefund = (ctx: Ctx, { refundId }: z.output<typeof refundIdSchema>) =>
  moved(ctx, refundId, async (tx, acting, { amountMinor, currency }) => {
    const { id, name } = acting.actor;
    const isAbove = amountMinor !== null && (await overLimit(tx, acting, amountMinor, currency)) !== null;
    return { move: "retry", asker: isAbove && id !== null ? { id, name: name ?? "" } : null };
  });

/** It is not made after all, before it left. */
export const cancelRefund = (ctx: Ctx, { refundId }: z.output<typeof refundIdSchema>) =>
  moved(ctx, refundId, { move: "cancel" });
