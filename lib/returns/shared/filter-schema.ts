import { z } from "zod";
import { filterShapeOf } from "@/lib/kernel/list/list-schema";
import { RETURNS, type ReturnFilter, SORTS } from "./filter";

export const returnFilterSchema = z.strictObject({
  ...filterShapeOf(RETURNS),
  sort: z.enum(SORTS),
}) satisfies z.ZodType<ReturnFilter>;
