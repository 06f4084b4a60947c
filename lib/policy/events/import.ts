import { z } from "zod";
import { IMPORT_KINDS } from "../imports/mapping";
import type { ImportMove } from "../machines/import/import-machine";
import { IMPORT_STATES } from "../machines/import/statuses";
import type { EventSchemas } from "./event-registry";

const nothing = z.strictObject({});
const kind = z.enum(IMPORT_KINDS);
const count = z.int();
const counts = z.strictObject({ added: count, changed: count, unchanged: count, refused: count });
/** What was brought in, from which file, and what its channel was called on that day. */
const brought = { of: kind, file: z.string().nullable(), channel: z.string() };

/** What the event of each move of an import tells beside who did it and when. */
export const IMPORT_EVENTS = {
  check: nothing,
  map: z.strictObject({ of: kind }),
  read: z.strictObject({ of: kind, files: count }),
  /** The codes of the warnings that somebody went on with. */
  run: z.strictObject({ isWithoutAutomation: z.boolean(), warnings: z.array(z.string()) }),
  finish: z.strictObject({
    ...brought,
    counts,
    /** How many returns it authorized by itself, and what went to buyers. */
    effects: z
      .strictObject({
        authorized: count,
        followed: count.optional(),
        messages: count,
        kept: count,
        handovers: count,
        undoSeconds: count,
      })
      .nullable(),
    isWithoutAutomation: z.boolean(),
    /** Whose import it is; null: the command line's. */
    by: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  }),
  fail: z.strictObject({ during: z.enum(IMPORT_STATES), failure: z.string() }),
  undo: z.strictObject({ ...brought, undone: z.strictObject({ deleted: count, restored: count, stayed: count }) }),
  discard: nothing,
} as const satisfies EventSchemas<ImportMove>;
