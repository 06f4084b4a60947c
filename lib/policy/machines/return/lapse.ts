import { z } from "zod";
import { isDue, marketplaceDecides } from "./checks";
import { stops } from "./clock-effects";
import { type CaseOf, move } from "./move";
import type { ReturnRefusal } from "./refusals";
import { isPaidOut } from "./settled";
import { hasCome } from "./statuses";

/** S1-21: goods that are on their way are waited for, however long their carrier takes. */
const isStillComing = ({ subject }: CaseOf<"isParcelUnderWay">): ReturnRefusal | null =>
  subject.isParcelUnderWay ? { code: "parcel_under_way" } : null;
const dueToLapse = isDue("lapsesAt");

/** What is missing of goods that came in part is given up with the parcel it was in; what has not begun to come has its time. */
const isGivenUp = ({ subject }: CaseOf<"status" | "lapsesAt" | "isRestLost">): boolean =>
  hasCome(subject.status) && subject.isRestLost && subject.lapsesAt !== null;

/** S1-21, P-15: the goods, or some of them, were not sent back in time, or were lost on their way. */
export const lapse = move({
  from: ["awaiting_return", "received"],
  // Where something came, only what is missing of it is waited for no longer.
  to: ({ subject }) => (subject.units.length === 0 ? "lapsed" : isPaidOut(subject) ? "completed" : subject.status),
  by: ["product"],
  input: z.object({}),
  guard: (the: CaseOf<"status" | "mode" | "expiresAt" | "lapsesAt" | "isParcelUnderWay" | "isRestLost">) =>
    marketplaceDecides(the) ?? (isGivenUp(the) ? null : dueToLapse(the)) ?? isStillComing(the),
  effects: (the, to) =>
    stops(the, {
      ...{ fetch_label: "fired", send_back: "fired" },
      ...(to === "lapsed" ? { refund: "cancelled" } : {}),
      ...(to === "completed" ? { refund: "met", complete: "cancelled" } : {}),
    }),
});
