import { z } from "zod";
import { DEADLINE_KINDS } from "../../clocks/deadlines";
import { MOVE_NAMES } from "./move-names";

/** What undo needs of an effect that an event has kept; what has no way back is kept as it came. */
const recordedSchema = z.union([
  z.object({ kind: z.literal("sets"), before: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal("stops"), clock: z.enum(DEADLINE_KINDS) }),
  z.object({ kind: z.literal("starts"), clock: z.enum(DEADLINE_KINDS), dueAt: z.string() }),
  z.object({ kind: z.literal("shifts"), clock: z.enum(DEADLINE_KINDS), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("tells") }),
  z.object({ kind: z.literal("handsOver"), before: z.enum(MOVE_NAMES).nullable() }),
  z.object({ kind: z.literal("promises") }),
  z.object({
    kind: z.literal("closesUnits"),
    units: z.array(z.object({ lineId: z.string(), quantity: z.number() })),
  }),
  z.object({ kind: z.literal("foundBy"), as: z.enum(["rma", "tracking"]), text: z.string() }),
  z.object({ kind: z.literal("announces"), tracking: z.string() }),
  z.object({ kind: z.literal("checksIn"), units: z.array(z.object({ id: z.string() })) }),
  z.object({
    kind: z.enum([
      "restarts",
      "unsays",
      "takesBack",
      "settlesHandover",
      "unpromises",
      "dropsPromises",
      "forgets",
      "reopensUnits",
      "retracts",
      "takesOut",
      "grades",
    ]),
  }),
]);
export type RecordedEffect = z.infer<typeof recordedSchema>;
export const recordedEffectsSchema = z.array(recordedSchema);
