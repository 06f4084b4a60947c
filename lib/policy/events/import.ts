import { z } from "zod";
import { IMPORT_KINDS } from "../imports/mapping";
import type { ImportMove } from "../machines/import/import-machine";
import { IMPORT_STATES } from "../machines/import/statuses";
import type { EventSchemas } from "./event-registry";

const nothing = z.strictObject({});
const kind = z.enum(IMPORT_KINDS);
const count = z.int();

/** What the event of each move of an import tells beside who did it and when. */
export const IMPORT_EVENTS = {
  check: nothing,
  map: z.strictObject({ of: kind }),
  read: z.strictObject({ of: kind, files: count }),
  /** The codes of the warnings that somebody went on with. */
  run: z.strictObject({ isWithoutAutomation: z.boolean(), warnings: z.array(z.string()) }),
  finish: z.strictObject({ added: count, changed: count, unchanged: count, refused: count }),
  fail: z.strictObject({ during: z.enum(IMPORT_STATES), failure: z.string() }),
  undo: z.strictObject({ stayed: count, of: count }),
  discard: nothing,
} as const satisfies EventSchemas<ImportMove>;
