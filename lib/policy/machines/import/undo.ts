import { z } from "zod";
import type { Stayed } from "../../imports/import-report";
import { ANYBODY_HERE, move, sets } from "./move";
import { CAN_STAND } from "./statuses";

/** It is taken back: refused where everything that it changed has left, or somebody went on with it. */
export const undo = move({
  from: CAN_STAND,
  to: "undone",
  by: ANYBODY_HERE,
  input: z.object({
    /** The first of what stays, how many they are, and of how many. */
    stayed: z.custom<readonly Stayed[]>(Array.isArray),
    stayedCount: z.int(),
    total: z.int(),
  }),
  asks: {
    touched: ({ input: { stayedCount = 0, total = 0 } }) =>
      total > 0 && stayedCount === total ? { code: "touched_since", touched: total, total } : null,
  },
  effects: ({ input: { stayed = [], stayedCount = 0 }, now }) => [sets({ finishedAt: now, stayed, stayedCount })],
  data: ({ input: { stayedCount = 0, total = 0 } }) => ({ stayed: stayedCount, of: total }),
});
