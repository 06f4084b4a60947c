import { z } from "zod";
import type { Stayed } from "../../imports/import-report";
import { ANYBODY_HERE, move, sets } from "./move";
import { CAN_STAND } from "./statuses";
import { broughtBy } from "./subject";

const count = z.int();
/** What becomes of all that an import did: what it brought in, what it changed, and what stays as it is. */
const undoneSchema = z.strictObject({ deleted: count, restored: count, stayed: count });
const NOTHING = { deleted: 0, restored: 0, stayed: 0 };
export type Undone = z.infer<typeof undoneSchema>;

/** All of it has left or somebody went on with it: there is nothing to take back. */
export const staysWhole = ({ deleted, restored, stayed }: Undone) => stayed > 0 && deleted + restored === 0;

/** It is taken back: refused where everything that it changed has left, or somebody went on with it. */
export const undo = move({
  from: CAN_STAND,
  to: "undone",
  by: ANYBODY_HERE,
  input: z.object({
    /** The first of what stays. */
    stayed: z.custom<readonly Stayed[]>(Array.isArray),
    undone: undoneSchema,
  }),
  asks: {
    touched: ({ input: { undone = NOTHING } }) =>
      staysWhole(undone) ? { code: "touched_since", touched: undone.stayed, total: undone.stayed } : null,
  },
  effects: ({ input: { stayed = [], undone = NOTHING }, now }) => [
    sets({ finishedAt: now, stayed, stayedCount: undone.stayed }),
  ],
  data: ({ subject, input: { undone } }) => ({ ...broughtBy(subject), undone }),
});
