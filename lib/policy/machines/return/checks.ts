import { REACH } from "../../reach";
import type { CaseOf } from "./move";
import type { ReturnRefusal } from "./refusals";
import type { MoveFacts } from "./subject";

/** What a marketplace that acts itself lets run out is not ours to let run out. */
export const marketplaceDecides = ({ subject }: CaseOf<"mode">): ReturnRefusal | null =>
  REACH[subject.mode].carriesOut ? null : { code: "marketplace_decides" };

/** Nothing happens before its time; what has no time never does. */
export const isDue =
  <Of extends "expiresAt" | "lapsesAt" | "completesAt">(clock: Of) =>
  ({ subject, now }: CaseOf<Of>): ReturnRefusal | null => {
    const dueAt: MoveFacts[Of] = subject[clock];
    return dueAt !== null && dueAt <= now ? null : { code: "not_due", dueAt };
  };
