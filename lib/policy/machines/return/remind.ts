import { z } from "zod";
import { addHours } from "@/lib/kernel/calendar";
import { REACH } from "../../reach";
import { tells } from "./effects";
import { type CaseOf, move } from "./move";
import type { ReturnRefusal } from "./refusals";

const HOURS_BETWEEN = 24;

type Facts = "mode" | "marketplace" | "hasBuyerAddress" | "isParcelAnnounced" | "remindedAt";

/** Who has named a number is not asked, and nobody twice within 24 hours. */
function needless({ subject, now }: CaseOf<Facts>): ReturnRefusal | null {
  const { mode, marketplace, hasBuyerAddress, isParcelAnnounced, remindedAt } = subject;
  if (!REACH[mode].carriesOut) return { code: "marketplace_messages", marketplace };
  if (!hasBuyerAddress) return { code: "no_buyer_address" };
  if (isParcelAnnounced) return { code: "parcel_announced" };
  return remindedAt !== null && remindedAt > addHours(now, -HOURS_BETWEEN) ? { code: "reminded_today" } : null;
}

/** Asks the buyer by mail for the parcel; nothing else changes. */
export const remind = move({
  from: ["awaiting_return"],
  to: "awaiting_return",
  by: ["person"],
  isBulk: true,
  offer: { shown: "elsewhere" },
  input: z.object({}),
  guard: needless,
  effects: ({ subject }) => tells("buyer.reminded", subject),
});
