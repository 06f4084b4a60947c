import { z } from "zod";
import { isDue, marketplaceDecides } from "./checks";
import { stops } from "./clock-effects";
import { tells } from "./effects";
import { type CaseOf, move } from "./move";

const dueToExpire = isDue("expiresAt");

/** P-05: nobody answered the request in time. */
export const expire = move({
  from: ["authorization_required"],
  to: "closed",
  by: ["product"],
  input: z.object({}),
  guard: (the: CaseOf<"mode" | "expiresAt" | "lapsesAt">) => marketplaceDecides(the) ?? dueToExpire(the),
  effects: (the) => [...stops(the, { answer: "fired", expire: "fired" }), ...tells("buyer.closed", the.subject)],
});
