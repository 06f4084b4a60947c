import { z } from "zod";
import { startsRefund, stops } from "./clock-effects";
import type { ReturnEffect } from "./effects";
import { move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";

/** What its parcels mean for the clock of the refund; nothing, where it runs already as it should. */
function followed(the: WholeCase): ReturnEffect[] {
  const { deliveredAt, units, deadlines } = the.subject;
  if (deliveredAt === null) return units.length > 0 ? [] : stops(the, { refund: "cancelled" });
  const isCounted = deadlines.some(({ kind, state }) => kind === "refund" && state !== "cancelled");
  return isCounted ? [] : startsRefund(the);
}

const nothingNew = (the: WholeCase): ReturnRefusal | null =>
  followed(the).length > 0 ? null : { code: "nothing_to_follow" };

/** P-04: a carrier has delivered the goods, or says now that it has not; from its word on the refund is awaited. */
export const arrive = move({
  from: ["awaiting_return", "received"],
  to: ({ subject }) => subject.status,
  by: ["product"],
  offer: { shown: "elsewhere" },
  input: z.object({}),
  guard: nothingNew,
  effects: followed,
  data: ({ subject }) => ({ deliveredAt: subject.deliveredAt }),
});
