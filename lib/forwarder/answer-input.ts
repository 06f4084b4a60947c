import { z } from "zod";
import { dateSchema } from "@/lib/kernel/date-schema";
import { idSchema } from "@/lib/kernel/id-schema";
import { FORWARDER_ANSWERS } from "@/lib/policy/machines/return/forwarder";

/** What somebody says of the parcels of some returns, the same of all of them; at most one page of the list. */
export const forwarderAnswerSchema = z.strictObject({
  returnIds: z.array(idSchema).min(1).max(100),
  answer: z.enum(FORWARDER_ANSWERS),
  /** Of a delivered parcel; null: on a day that nobody knows. */
  deliveredOn: dateSchema.nullable(),
});
