import { z } from "zod";
import { minorToDecimal } from "@/lib/kernel/money";
import type { Result } from "@/lib/kernel/result";
import { currencySchema, idSchema } from "@/lib/kernel/schemas";
import * as platform from "@/lib/platform/bulk/run-bulk";
import type { BulkSubject } from "@/lib/platform/bulk/subject";
import type { Ctx } from "@/lib/platform/ctx";
import { foreseeRefunds, refundManyIn } from "@/lib/refunds/refund-many";
import {
  type BulkLimitRefusal,
  findMemberLimits,
  overBulkLimit,
  type RefundSumRefusal,
} from "@/lib/returns/member-limits";
import { type SelectRefusal, selectReturns } from "@/lib/returns/select-returns";
import { type Selection, selectionSchema } from "@/lib/returns/shared/selection";
import { listOwnReturnIds } from "./bulk-acts";
import { tellTeam } from "./tell-team";

type NoStart = SelectRefusal | BulkLimitRefusal | RefundSumRefusal;

const manyShape = {
  /** Made when the dialog opens and kept over every retry: of one intent each return is refunded once. */
  intent: idSchema,
  channelId: idSchema,
  currency: currencySchema,
  /** What was read for each return, in minor units. */
  amounts: z.record(idSchema, z.int().positive()),
};
const requestSchema = z.object({ move: z.literal("make"), ...manyShape });
type RefundRequest = z.infer<typeof requestSchema>;

export const refundManySchema = z.strictObject({ key: idSchema, selection: selectionSchema, ...manyShape });

/** Refunds of as many returns at once, which are named by their returns. */
export const refundsInBulk: BulkSubject<
  RefundRequest,
  Selection,
  Awaited<ReturnType<typeof foreseeRefunds>>,
  NoStart
> = {
  kind: "refund",
  request: requestSchema,
  select: selectReturns,
  overCount: overBulkLimit,
  async overSum(tx, { sellerId, actor, request: { currency, amounts } }) {
    const limits = actor.id === null ? {} : (await findMemberLimits(tx, sellerId, actor.id))?.refundLimits;
    const limit = limits?.[currency];
    const amountMinor = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
    if (limit === undefined || amountMinor <= limit) return null;
    const decimal = (minor: number) => minorToDecimal({ amountMinor: minor, currency });
    return { code: "over_refund_sum", currency, limit: decimal(limit), amount: decimal(amountMinor) };
  },
  own: listOwnReturnIds,
  plan: (tx, act) => foreseeRefunds(tx, act, act.ids),
  move: (tx, { ids, request, ...act }) => refundManyIn(tx, act, ids, { ...request, bulkActId: act.bulkActId }),
  // A refund is not taken back: it is given up while it waits, or the money comes back.
  undo: async (_tx, { ids }) => ({
    moved: [],
    refused: ids.map((id) => ({ id, refusal: { code: "nothing_to_undo" } as const })),
  }),
  retryable: ["not_done", "stopped"],
  ended: tellTeam,
};

/** *Refund…* for a selection, as its dialog says it. */
export const refundMany = (
  ctx: Ctx,
  { key, selection, ...request }: z.output<typeof refundManySchema>,
): Promise<Result<{ bulkActId: string; total: number }, NoStart>> =>
  platform.runBulk(ctx, refundsInBulk, { key, selection, request: { move: "make", ...request } });
