import { z } from "zod";
import { filterShapeOf } from "@/lib/kernel/list/list-schema";
import { idSchema } from "@/lib/kernel/schemas";
import { PICKED_AT_MOST } from "@/lib/policy/limits";
import { RETURNS, type ReturnFilter, SORTS } from "./filter";

export const returnFilterSchema = z.strictObject({
  ...filterShapeOf(RETURNS),
  sort: z.enum(SORTS),
}) satisfies z.ZodType<ReturnFilter>;

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
