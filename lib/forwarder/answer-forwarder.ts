import { z } from "zod";
import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { resolveTemplate, templateLanguage } from "@/lib/i18n/templates";
import { judgeTaken } from "@/lib/judging/judge-orders";
import { writeEvaluations } from "@/lib/judging/keep-judgements";
import { loadOrders, lockUndecided, type Undecided } from "@/lib/judging/load-orders";
import { todayIn } from "@/lib/kernel/calendar";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { dateSchema, idSchema } from "@/lib/kernel/schemas";
import { findAddressee } from "@/lib/messages/buyer-messages";
import { listTemplates } from "@/lib/messages/template-rows";
import { writeOutbound } from "@/lib/orders/outbound";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { product } from "@/lib/policy/actor";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Outbound } from "@/lib/policy/judging/facts";
import { judgementChange } from "@/lib/policy/judging/judgement-change";
import { answersOpenTo, FORWARDER_ANSWERS, type ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { findCloseReason } from "@/lib/reasons/choose-close-reason";
import { fillComment } from "@/lib/returns/close-templates";
import { overRefundSum, sumRefunds } from "@/lib/returns/member-limits";
import { moveReturnsIn, previewMoves } from "@/lib/returns/move-returns";
import { listMoveSubjects } from "@/lib/returns/move-subjects";
import { findLastAnswer, lockOrderOfReturn } from "./forwarder";

/** What somebody says of the parcels of some returns, the same of all of them; at most one page of the list. */
export const forwarderAnswerSchema = z.strictObject({
  returnIds: z.array(idSchema).min(1).max(100),
  answer: z.enum(FORWARDER_ANSWERS),
  /** Of a delivered parcel; null: on a day that nobody knows. */
  deliveredOn: dateSchema.nullable(),
});

type Told = { returnId: string; answer: ForwarderAnswer; deliveredOn: string | null };

export type ForwarderRefusal =
  | { code: "nothing_to_ask" }
  | { code: "answered_before"; outbound: Outbound | null; answeredBy: string | null; answeredAt: string };

/** Every undecided return of the order that the answer was about, and what closed them, for whoever takes it back. */
export type Answered = { returnIds: string[]; closedBy: { returnId: string; eventId: string; number: number }[] };

/**
 * Takes what the forwarder says of a parcel whose buyer wants it back. Stopped: every undecided return of the order is
 * closed with its refund, and none is authorized (S3-12). On its way or delivered: a fact of the order, by which they are
 * judged again (S3-09, S3-13, P-26). Refuses `answered_before` with who was faster, `nothing_to_ask`, and what is decided.
 */
export function answerForwarder(ctx: Ctx, told: Told): Promise<Result<Answered, Refusal>> {
  const { db, sellerId, now } = ctx;
  const { returnId, answer, deliveredOn } = told;
  return withSeller(db, sellerId, async (tx): Promise<Result<Answered, Refusal>> => {
    const order = await lockOrderOfReturn(tx, sellerId, returnId);
    if (!order) return refuse({ code: "not_found" });
    const undecided = await lockUndecided(tx, sellerId, [order.id]);
    if (!undecided.some(({ id }) => id === returnId)) return decidedBefore(tx, sellerId, returnId);
    const outbound = order.deliveredOn === null ? order.outbound : "delivered";
    if (!answersOpenTo(outbound).includes(answer)) return answeredBefore(tx, sellerId, returnId, outbound);
    const [channel] = await listChannelRules(tx, sellerId, [order.channelId]);
    if (!channel) return refuse({ code: "not_found" });
    if (deliveredOn !== null && deliveredOn > todayIn(now, channel.timeZone)) return wrongDay("in_future");
    if (deliveredOn !== null && deliveredOn < order.orderedOn) return wrongDay("before_order");
    if (answer === "intercepted") return intercept(tx, ctx, undecided);
    await writeOutbound(tx, sellerId, order.id, { outbound: answer, deliveredOn, now });
    await judgeAnew(tx, ctx, { channel, answer, deliveredOn, orderId: order.id, undecided });
    return ok({ returnIds: undecided.map(({ id }) => id), closedBy: [] });
  });
}

const wrongDay = (code: string): Result<never, Refusal> => refuse({ code: "invalid", fields: { deliveredOn: [code] } });

async function decidedBefore(tx: Tx, sellerId: string, returnId: string): Promise<Result<never, Refusal>> {
  const [subject] = await listMoveSubjects(tx, sellerId, [returnId]);
  if (!subject) return refuse({ code: "not_found" });
  const { status, lastEvent } = subject;
  return refuse({
    code: "wrong_status",
    status,
    ...(lastEvent ? { movedBy: lastEvent.actorName, movedAt: lastEvent.at.toISOString() } : {}),
  });
}

async function answeredBefore(
  tx: Tx,
  sellerId: string,
  returnId: string,
  outbound: Outbound | null,
): Promise<Result<never, Refusal>> {
  const last = await findLastAnswer(tx, sellerId, returnId);
  if (!last) return refuse({ code: "nothing_to_ask" });
  return refuse({ code: "answered_before", outbound, answeredBy: last.name, answeredAt: last.at.toISOString() });
}

/** S3-12: nothing arrives, so nothing comes back; each buyer is told in their own language. */
async function intercept(tx: Tx, ctx: Acting, undecided: readonly Undecided[]): Promise<Result<Answered, Refusal>> {
  const { sellerId, actor, now } = ctx;
  const ids = undecided.map(({ id }) => id);
  const chosen = await findCloseReason(tx, sellerId, "intercepted");
  if (!chosen) throw new Error("a built-in reason is gone");
  const own = await listTemplates(tx, sellerId);
  const each: Record<string, { comment: string }> = {};
  const numbers = new Map<string, number>();
  for (const id of ids) {
    const to = await findAddressee(tx, sellerId, id);
    if (!to) continue;
    const { number, buyerName, itemName, orderNumber, channel } = to;
    const wanted = { kind: "buyer.closed" as const, reason: chosen.code };
    const locale = templateLanguage(own, wanted, to.buyerLocale);
    const { body } = resolveTemplate(own, { ...wanted, locale });
    numbers.set(id, number);
    const comment = fillComment(
      body,
      { number, buyerName, itemName, orderNumber, shopName: channel.name },
      chosen,
      locale,
    );
    each[id] = { comment };
  }
  const request = { move: "close" as const, reason: chosen.code, chosen, comment: "" };
  const act = { sellerId, ids, request, each, actor, now };
  // The parcel is one: all of its requests are closed or none, and what this person may not refund is said before.
  const plan = await previewMoves(tx, act);
  const [refused] = plan.refused;
  const refusal = refused?.refusal ?? overRefundSum(await sumRefunds(tx, act, plan.moves));
  if (refusal) return refuse(refusal);
  const data = { answer: "intercepted" as const };
  const told = { sellerId, kind: "forwarder_answered" as const, actor, now, data };
  await addEvents(
    tx,
    ids.map((returnId) => ({ ...told, returnId })),
  );
  const { moved, eventIds } = await moveReturnsIn(tx, act);
  const closedBy = moved.flatMap((returnId, index) => {
    const eventId = eventIds[index];
    return eventId ? [{ returnId, eventId, number: numbers.get(returnId) ?? 0 }] : [];
  });
  return ok({ returnIds: ids, closedBy });
}

type Anew = Pick<Told, "deliveredOn"> & {
  channel: ChannelRules;
  answer: ForwarderAnswer;
  orderId: string;
  undecided: readonly Undecided[];
};

function changedOf(before: Evaluation, after: Evaluation) {
  const changed = judgementChange(before, after);
  return changed ? { changed } : {};
}

/** P-26: what is undecided is judged by the new fact, and authorized where that is what the settings say (S1-03). */
async function judgeAnew(tx: Tx, { sellerId, actor, now }: Acting, anew: Anew): Promise<void> {
  const { channel, answer, deliveredOn, orderId, undecided } = anew;
  const context = { sellerId, channel, now };
  const loaded = await loadOrders(tx, context, [orderId]);
  const { again: judged } = judgeTaken({ undecided, ...loaded }, context);
  await writeEvaluations(tx, sellerId, judged);
  await addEvents(
    tx,
    judged.map(({ id, before, evaluation }) => ({
      sellerId,
      returnId: id,
      kind: "forwarder_answered" as const,
      actor,
      now,
      data: {
        answer,
        ...(deliveredOn ? { deliveredOn } : {}),
        verdict: evaluation.verdict,
        ...changedOf(before.evaluation, evaluation),
      },
    })),
  );
  for (const { id, evaluation } of judged) {
    const { answer: automatic, because } = evaluation.automation;
    if (automatic !== "authorize") continue;
    const request = { move: "authorize" as const, address: null, label: { kind: "policy" as const }, because };
    await moveReturnsIn(tx, { sellerId, ids: [id], request, actor: product("rules"), now });
  }
}
