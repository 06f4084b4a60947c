import { withSeller } from "@/db/tenant";
import { type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { chooseCloseReason } from "@/lib/reasons/choose-close-reason";
import type { AuthorizeManyForm } from "@/lib/returns/authorize-form";
import { type CloseManyForm, languagesWithout } from "@/lib/returns/close-form";
import { findChosenAddress, saveIfNew } from "@/lib/returns/save-address";
import type { Selection } from "@/lib/returns/shared/selection";
import { runBulk } from "./returns-in-bulk";

type Started = Result<{ bulkActId: string; total: number }, Refusal>;

/** *Authorize all selected returns*, as the dialog says it (S1-16). */
export async function authorizeMany(ctx: Ctx, form: AuthorizeManyForm): Promise<Started> {
  const { db, sellerId } = ctx;
  const address = await withSeller(db, sellerId, async (tx) => {
    const chosen = await findChosenAddress(tx, sellerId, form);
    if (chosen.ok) await saveIfNew(tx, ctx, form);
    return chosen;
  });
  if (!address.ok) return address;
  const { key, selection, outOfPolicy, hasOwnInstructions, instructions, overrideNote, seen = [] } = form;
  const request = {
    move: "authorize" as const,
    address: address.value,
    seen,
    ...(hasOwnInstructions ? { instructions } : {}),
    ...(outOfPolicy === "authorize" ? { overrideNote } : {}),
  };
  return runBulk(ctx, { key, selection, request });
}

/** Closes every selected request that can be closed, each buyer told in their own language. */
export async function closeMany(ctx: Ctx, form: Omit<CloseManyForm, "needsComment">): Promise<Started> {
  const { key, selection, reason, comments, note } = form;
  const silent = languagesWithout(form);
  const chosen = await withSeller(ctx.db, ctx.sellerId, (tx) => chooseCloseReason(tx, ctx.sellerId, reason));
  if (!chosen.ok) return chosen;
  if (chosen.value.needsComment && silent.length > 0)
    return refuse({
      code: "invalid",
      fields: Object.fromEntries(silent.map((language) => [`comments.${language}`, ["required"]])),
    });
  return runBulk(ctx, {
    key,
    selection,
    request: { move: "close", reason, comments, ...(note ? { note } : {}) },
  });
}

type Waiting = { key: string; selection: Selection };

/** Asks every selected buyer for the parcel who can be asked, each by a mail of their own. */
export const remindMany = (ctx: Ctx, { key, selection }: Waiting): Promise<Started> =>
  runBulk(ctx, { key, selection, request: { move: "remind" } });

/** S1-21: so many days more for every selected buyer of whom something is awaited. */
export const extendMany = (ctx: Ctx, { key, selection, days }: Waiting & { days: number }): Promise<Started> =>
  runBulk(ctx, { key, selection, request: { move: "extend", days } });
