import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { tickHandovers } from "@/lib/handovers/tick-handovers";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { findFile } from "@/lib/platform/files/files";
import type { Rest } from "@/lib/policy/machines/return/closing-input";
import { readRma } from "@/lib/policy/machines/return/rma";
import { chooseCloseReason } from "../reasons/choose-close-reason";
import { type AuthorizeForm, labelCostOf, type RestForm } from "./authorize-form";
import type { CloseForm } from "./close-form";
import { findRmaSubject } from "./decision-facts";
import type { LabelChoice, MoveOutcome, MoveRequest, PaidLabel } from "./move-request";
import { moveReturnsIn, takenNumber } from "./move-returns";
import { findChosenAddress, saveIfNew } from "./save-address";

export type LabelFileRefusal = { code: "label_file_missing" };

type OneReturn = { returnId: string };

/** The event that a decision made: whoever undoes it names it, so that nothing else is taken back (P-03). */
type Decided = { eventId: string };

function answerOf({ refused: [first], eventIds: [eventId] }: MoveOutcome): Result<Decided, Refusal> {
  if (eventId !== undefined) return ok({ eventId });
  return refuse(first?.refusal ?? { code: "not_found" });
}

/** P-01: what was typed about a label that the seller bought; null where nothing was. */
function paidLabel(form: AuthorizeForm): PaidLabel | null {
  const { labelCurrency, labelCarrier, labelTracking } = form;
  const costMinor = labelCostOf(form);
  if (costMinor === null && labelCarrier === "" && labelTracking === "") return null;
  return { costMinor, currency: labelCurrency, carrier: labelCarrier || null, tracking: labelTracking || null };
}

async function labelOf(tx: Tx, sellerId: string, form: AuthorizeForm): Promise<Result<LabelChoice, Refusal>> {
  const { label, labelFileId } = form;
  const paid = paidLabel(form);
  if (label === "unpaid") return ok({ kind: label });
  // Only a bought label has a cost or a number: by policy it is then the prepaid one.
  if (label !== "own") return ok(paid ? { kind: "prepaid", ...paid } : { kind: label });
  const file = labelFileId ? await findFile(tx, sellerId, labelFileId) : null;
  return file ? ok({ kind: "own", fileId: file.id, ...paid }) : refuse({ code: "label_file_missing" });
}

/** What is closed with it, its reason looked up; refuses one that is retired, and a comment that it needs. */
async function restOf(tx: Tx, sellerId: string, form: RestForm | null): Promise<Result<Rest | null, Refusal>> {
  if (!form) return ok(null);
  const { units, reason, comment } = form;
  const chosen = await chooseCloseReason(tx, sellerId, reason);
  if (!chosen.ok) return chosen;
  if (chosen.value.needsComment && comment === "")
    return refuse({ code: "invalid", fields: { "rest.comment": ["required"] } });
  return ok({ units, reason, chosen: chosen.value, comment });
}

/** Authorizes one return as the dialog says it: RMA, address, label and words to the buyer (S1-07, S1-12, S1-15). */
export async function authorizeReturn({ db, sellerId, actor, now }: Ctx, form: AuthorizeForm) {
  const authorize = (request: MoveRequest) => ({ sellerId, ids: [form.returnId], request, actor, now });
  const own = form.rmaChoice === "own" ? readRma(form.rma) : null;
  if (form.rmaChoice === "own" && own === null) return refuse({ code: "rma_malformed", rma: form.rma });
  const rma = own === null ? {} : { rma: own };
  try {
    return await withSeller(db, sellerId, async (tx): Promise<Result<Decided, Refusal>> => {
      const address = await findChosenAddress(tx, sellerId, form);
      if (!address.ok) return address;
      const label = await labelOf(tx, sellerId, form);
      if (!label.ok) return label;
      const rest = await restOf(tx, sellerId, form.rest ?? null);
      if (!rest.ok) return rest;
      const request: MoveRequest = {
        move: "authorize",
        ...(rest.value && { rest: rest.value }),
        ...rma,
        address: address.value,
        label: label.value,
        instructions: form.instructions,
        ...(form.overrideNote ? { overrideNote: form.overrideNote } : {}),
      };
      const answer = answerOf(await moveReturnsIn(tx, authorize(request)));
      if (answer.ok) await saveIfNew(tx, { sellerId, actor, now }, form);
      return answer;
    });
  } catch (error) {
    // Somebody took the number between the look and the write.
    const refusal = takenNumber(
      error,
      authorize({ move: "authorize", ...rma, address: null, label: { kind: "policy" } }),
    );
    if (!refusal) throw error;
    return refuse(refusal);
  }
}

/** Closes one request with a reason and comments to the buyer (S2-06). Refuses `reason_retired`, and a missing comment. */
export const closeReturn = (
  { db, ...acting }: Ctx,
  { returnId, reason, comment, note }: Omit<CloseForm, "needsComment">,
) =>
  withSeller(db, acting.sellerId, async (tx): Promise<Result<Decided, Refusal>> => {
    const chosen = await chooseCloseReason(tx, acting.sellerId, reason);
    if (!chosen.ok) return chosen;
    if (chosen.value.needsComment && comment === "")
      return refuse({ code: "invalid", fields: { comment: ["required"] } });
    const request = { move: "close" as const, reason, chosen: chosen.value, comment, ...(note ? { note } : {}) };
    return answerOf(await moveReturnsIn(tx, { ...acting, ids: [returnId], request }));
  });

/** One move of one return that asks for nothing but itself. */
export const moveOne = (
  { db, ...acting }: Ctx,
  { returnId, ...request }: MoveRequest & OneReturn,
): Promise<Result<Decided, Refusal>> =>
  withSeller(db, acting.sellerId, async (tx) =>
    answerOf(await moveReturnsIn(tx, { ...acting, ids: [returnId], request })),
  );

/** Ticks a decision as done on the marketplace; ticked already is as good (P-19). */
export async function tickReturn(ctx: Ctx, { returnId }: OneReturn): Promise<Result<null, Refusal>> {
  const { db, sellerId } = ctx;
  const known = await withSeller(db, sellerId, (tx) => findRmaSubject(tx, sellerId, returnId));
  if (known === null) return refuse({ code: "not_found" });
  await tickHandovers(ctx, { returnIds: [returnId] });
  return ok(null);
}
