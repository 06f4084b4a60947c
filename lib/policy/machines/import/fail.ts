import { z } from "zod";
import { move, sets } from "./move";
import { IMPORT_STATES } from "./statuses";

/** A worker gives it up. What had been written stands, can be seen and undone, and a second try finds it. */
export const fail = move({
  from: ["checking", "running"],
  to: "failed",
  by: ["product"],
  input: z.object({
    /** At what the worker was: another one may have gone on with it since. */
    during: z.enum(IMPORT_STATES),
    failure: z.string(),
  }),
  asks: {
    during: ({ subject, input }) =>
      subject.status === input.during ? null : { code: "wrong_state", state: subject.status },
  },
  effects: ({ input: { failure = null } }) => [sets({ failure })],
  data: ({ input: { during, failure } }) => ({ during, failure }),
});
