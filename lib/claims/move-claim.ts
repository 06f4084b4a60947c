import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { channels, claims, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { todayIn } from "@/lib/kernel/calendar";
import { parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { dateSchema, idSchema } from "@/lib/kernel/schemas";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { moveIn } from "@/lib/platform/moves/writer";
import { claimDueAt, claimProgrammeOf } from "@/lib/policy/claims/programme";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { claimMachine } from "@/lib/policy/machines/claim/claim-machine";
import { claimStore } from "./claim-store";

export const claimIdSchema = z.strictObject({ claimId: idSchema });
const amount = z.string().trim().min(1).max(30);
export const fileClaimSchema = z.strictObject({
  ...{ claimId: idSchema, claimNumber: z.string().trim().min(1).max(100), amount },
});
export const grantClaimSchema = z.strictObject({ claimId: idSchema, amount });
export const noteClaimSchema = z.strictObject({ claimId: idSchema, note: z.string().trim().min(1).max(NOTE_AT_MOST) });
export const dateClaimSchema = z.strictObject({ claimId: idSchema, refundedOn: dateSchema });

/** It stands elsewhere by now; nothing was changed. */
export type ClaimMoveRefusal = { code: "claim_moved" };

type Request = { move: keyof typeof claimMachine.moves & string } & Record<string, unknown>;

/** Moves one claim for a caller that has locked its return; answers why it was refused. */
export async function moveClaimIn(tx: Tx, acting: Acting, claimId: string, request: Request) {
  const { refused } = await moveIn(
    tx,
    { machine: claimMachine, store: claimStore, actor: acting.actor.kind },
    { ...acting, ids: [claimId], request },
    async (plan) => plan,
  );
  return refused[0]?.refusal ?? null;
}

type Found = { returnId: string; currency: string; marketplace: string; timeZone: string };
type Asking = (claim: Found) => Result<Request, Refusal>;

/** One move of a person; refuses `not_found` and `claim_moved`. */
const moved = ({ db, ...acting }: Ctx, claimId: string, asking: Asking): Promise<Result<null, Refusal>> =>
  withSeller(db, acting.sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const [claim] = await tx
      .select({
        ...{ returnId: claims.returnId, currency: claims.currency },
        ...{ marketplace: channels.marketplace, timeZone: channels.timeZone },
      })
      .from(claims)
      .innerJoin(returns, and(eq(returns.sellerId, claims.sellerId), eq(returns.id, claims.returnId)))
      .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
      .where(and(eq(claims.sellerId, acting.sellerId), eq(claims.id, claimId)));
    if (!claim) return refuse({ code: "not_found" });
    await lockReturns(tx, acting.sellerId, [claim.returnId]);
    const request = asking(claim);
    if (!request.ok) return request;
    const refusal = await moveClaimIn(tx, acting, claimId, request.value);
    return refusal ? refuse({ code: "claim_moved" }) : ok(null);
  });

const priced =
  (typed: string, request: (amountMinor: number) => Request): Asking =>
  ({ currency }) => {
    const amountMinor = parseTypedMinor(typed, currency);
    if (amountMinor === null || amountMinor <= 0)
      return refuse({ code: "invalid", fields: { amount: ["bad_amount"] } });
    return ok(request(amountMinor));
  };

/** Somebody has filed it where the refund was given. */
export const fileClaim = (ctx: Ctx, { claimId, claimNumber, amount: typed }: z.output<typeof fileClaimSchema>) =>
  moved(
    ctx,
    claimId,
    priced(typed, (amountMinor) => ({ move: "file", claimNumber, amountMinor })),
  );

/** The marketplace pays it, or a part of it. */
export const grantClaim = (ctx: Ctx, { claimId, amount: typed }: z.output<typeof grantClaimSchema>) =>
  moved(
    ctx,
    claimId,
    priced(typed, (amountMinor) => ({ move: "grant", amountMinor })),
  );

export const denyClaim = (ctx: Ctx, { claimId, note }: z.output<typeof noteClaimSchema>) =>
  moved(ctx, claimId, () => ok({ move: "deny", note }));

/** It is not asked for, with why. */
export const dropClaim = (ctx: Ctx, { claimId, note }: z.output<typeof noteClaimSchema>) =>
  moved(ctx, claimId, () => ok({ move: "drop", note }));

export const resumeClaim = (ctx: Ctx, { claimId }: z.output<typeof claimIdSchema>) =>
  moved(ctx, claimId, () => ok({ move: "resume" }));

export const appealClaim = (ctx: Ctx, { claimId }: z.output<typeof claimIdSchema>) =>
  moved(ctx, claimId, () => ok({ move: "appeal" }));

/** What the marketplace had asked for was sent there. */
export const answerClaim = (ctx: Ctx, { claimId }: z.output<typeof claimIdSchema>) =>
  moved(ctx, claimId, () => ok({ move: "answer" }));

/** When the refund was charged: its days are counted from there. */
export const dateClaim = (ctx: Ctx, { claimId, refundedOn }: z.output<typeof dateClaimSchema>) =>
  moved(ctx, claimId, ({ marketplace, timeZone }) => {
    const programme = claimProgrammeOf(marketplace);
    if (!programme) return refuse({ code: "claim_moved" });
    if (refundedOn > todayIn(ctx.now, timeZone))
      return refuse({ code: "invalid", fields: { refundedOn: ["in_future"] } });
    return ok({ move: "date", refundedOn, dueAt: claimDueAt(refundedOn, timeZone, programme) });
  });
