import { z } from "zod";
import { isDue, marketplaceDecides } from "./checks";
import { stops } from "./clock-effects";
import { type CaseOf, move } from "./move";

const dueToLapse = isDue("lapsesAt");

/** S1-21, P-15: the goods were not sent back in time. */
export const lapse = move({
  from: ["awaiting_return"],
  to: "lapsed",
  by: ["product"],
  input: z.object({}),
  guard: (the: CaseOf<"mode" | "expiresAt" | "lapsesAt">) => marketplaceDecides(the) ?? dueToLapse(the),
  effects: (the) => stops(the, { send_back: "fired" }),
});
