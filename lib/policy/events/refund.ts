import { z } from "zod";
import { currencySchema } from "@/lib/kernel/schemas";
import { explanationSchema } from "../parcels/received-unit";
import type { EventSchemas } from "./event-registry";

const money = { amountMinor: z.int(), currency: currencySchema };

/** What the event of a refund tells: `make` is its beginning, the others lead from one status to another. */
export const REFUND_EVENTS = {
  make: z.strictObject({ ...money, note: z.string().nullable(), difference: explanationSchema.optional() }),
  approve: z.strictObject(money),
  decline: z.strictObject({ ...money, note: z.string() }),
  settle: z.strictObject({ ...money, reference: z.string().nullable() }),
  succeed: z.strictObject({ ...money, reference: z.string().nullable() }),
  fail: z.strictObject({ ...money, failure: z.string() }),
  lose: z.strictObject({ ...money, failure: z.string() }),
  retry: z.strictObject(money),
  cancel: z.strictObject({ amountMinor: z.int().nullable(), currency: currencySchema }),
} as const satisfies EventSchemas;
