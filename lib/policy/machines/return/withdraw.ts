import { z } from "zod";
import { isOfTheShop, OF_THE_SHOP } from "../../actor";
import { NOTE_AT_MOST } from "../../limits";
import { ALL_CANCELLED, stops } from "./clock-effects";
import { handsOver, tells } from "./effects";
import { move } from "./move";

/** S2-08, P-27: the buyer does not want to return any more; the seller records it on the buyer's word only. */
export const withdraw = move({
  from: ["authorization_required", "awaiting_return"],
  to: "withdrawn",
  by: ["buyer", ...OF_THE_SHOP],
  input: z.object({
    isOnBuyersWord: z.boolean().optional(),
    /** How the buyer said so. */
    note: z.string().max(NOTE_AT_MOST).optional(),
  }),
  isHandedOver: true,
  offer: { shown: "always" },
  asks: {
    buyersWord: ({ input, actor }) =>
      isOfTheShop(actor) && !input.isOnBuyersWord ? { code: "needs_buyers_word" } : null,
  },
  effects: (the) => [
    ...stops(the, ALL_CANCELLED),
    ...tells("team.withdrawn", the.subject),
    ...handsOver("withdraw", the.subject),
  ],
  data: ({ input }) => ({ note: input.note ?? null }),
});
