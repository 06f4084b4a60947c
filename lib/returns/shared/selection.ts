import { z } from "zod";
import { idSchema } from "@/lib/kernel/id-schema";
import { returnFilterSchema } from "./filter-schema";
import { PICKED_AT_MOST } from "./picked";

const ids = z.array(idSchema).max(PICKED_AT_MOST);

/** Returns picked one by one, or all that matched a filter at an instant: what came later is not in it. */
export const selectionSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("ids"), ids: ids.min(1) }),
  z.strictObject({
    mode: z.literal("query"),
    filter: returnFilterSchema,
    snapshotAt: z.iso.datetime(),
    excludedIds: ids,
  }),
]);
export type Selection = z.infer<typeof selectionSchema>;
