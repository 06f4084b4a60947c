import { z } from "zod";
import { instantSchema } from "@/lib/kernel/schemas";
import { SCAN_CODES } from "../machines/parcel/statuses";
import type { EventSchemas } from "./event-registry";

/** What the event of a parcel tells: each leads from one status to another. */
export const PARCEL_EVENTS = {
  scan: z.strictObject({
    tracking: z.string(),
    code: z.enum(SCAN_CODES).nullable(),
    word: z.string(),
    place: z.string().nullable(),
    scannedAt: instantSchema,
  }),
  lose: z.strictObject({ tracking: z.string() }),
  arrive: z.strictObject({ tracking: z.string() }),
  check_in: z.strictObject({ tracking: z.string() }),
  shut: z.strictObject({ tracking: z.string() }),
} as const satisfies EventSchemas;
