"use server";

import { z } from "zod";
import { tickHandovers } from "@/lib/handovers/tick-handovers";
import { ok } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";
import { moveOne } from "@/lib/returns/decide-return";
import { keepOurs } from "@/lib/returns/keep-ours";
import { reopenHandovers } from "@/lib/returns/reopen-handovers";

/** A page of the list at most. */
const many = z.strictObject({ returnIds: z.array(idSchema).min(1).max(100) });
const onlyReturn = z.strictObject({ returnId: idSchema });
const RETURNS = () => ["returns"] as const;

/** P-19: somebody did on the marketplace what was decided here. */
export const tickEntries = action({
  name: "handover.tick",
  needs: "returns:decide",
  input: many,
  run: async (ctx, input) => ok(await tickHandovers(ctx, input)),
  touches: RETURNS,
});

/** Takes ticks back that were slips. */
export const untickEntries = action({
  name: "handover.untick",
  needs: "returns:decide",
  input: many,
  run: async (ctx, input) => ok(await reopenHandovers(ctx, input)),
  touches: RETURNS,
});

/** P-24, *take the marketplace's state*. */
export const takeTheirs = action({
  name: "handover.adopt",
  needs: "returns:decide",
  input: onlyReturn,
  run: (ctx, { returnId }) => moveOne(ctx, { returnId, move: "adopt" }),
  touches: RETURNS,
});

/** P-24, *keep ours*. */
export const keepDecision = action({
  name: "handover.keep",
  needs: "returns:decide",
  input: onlyReturn,
  run: keepOurs,
  touches: RETURNS,
});
