import { z } from "zod";
import { currencySchema, dateSchema } from "@/lib/kernel/schemas";
import { CLAIM_BARS, CLAIM_CAUSES } from "../claims/assess-claim";
import type { EventSchemas } from "./event-registry";

const currency = currencySchema;
const note = z.string();

/** What the event of a claim tells: `open` is its beginning, the others lead from one status to another. */
export const CLAIM_EVENTS = {
  open: z.strictObject({ amountMinor: z.int(), currency }),
  assess: z.strictObject({
    cause: z.enum(CLAIM_CAUSES).nullable(),
    bar: z.enum(CLAIM_BARS).nullable(),
    amountMinor: z.int().nullable(),
    currency,
  }),
  date: z.strictObject({ refundedOn: dateSchema }),
  file: z.strictObject({ claimNumber: z.string(), amountMinor: z.int(), currency }),
  adopt: z.strictObject({
    word: z.string(),
    claimNumber: z.string().nullable(),
    amountMinor: z.int().nullable(),
    currency,
  }),
  answer: z.strictObject({}),
  grant: z.strictObject({ amountMinor: z.int(), currency }),
  deny: z.strictObject({ note }),
  appeal: z.strictObject({}),
  drop: z.strictObject({ note }),
  resume: z.strictObject({}),
} as const satisfies EventSchemas;
