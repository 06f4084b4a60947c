import { z } from "zod";
import { dateSchema } from "@/lib/kernel/date-schema";
import { idSchema } from "@/lib/kernel/id-schema";
import {
  DUE_FILTERS,
  FILTER_WORD_AT_MOST,
  isAssignee,
  type ReturnFilter,
  SORTS,
  TABS,
  VERDICT_FILTERS,
} from "./filter";

const words = z.string().trim().min(1).max(FILTER_WORD_AT_MOST).nullable();

export const returnFilterSchema = z.strictObject({
  tab: z.enum(TABS),
  sort: z.enum(SORTS),
  reason: words,
  verdict: z.enum(VERDICT_FILTERS).nullable(),
  channel: idSchema.nullable(),
  assignee: z.string().refine(isAssignee).nullable(),
  sku: words,
  due: z.enum(DUE_FILTERS).nullable(),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  isHandoverOpen: z.boolean(),
  isStatusUnknown: z.boolean(),
  notDoneBy: idSchema.nullable(),
  q: words,
}) satisfies z.ZodType<ReturnFilter>;
