import { z } from "zod";
import { NOTE_AT_MOST } from "../limits";
import { CONDITIONS, DISPOSITIONS } from "./conditions";
import { DIFFERENCE_REASONS } from "./differences";

/** Units in one act: more than a parcel holds. */
export const UNITS_AT_MOST = 200;
const TITLE_AT_MOST = 200;
const PHOTOS_AT_MOST = 10;

export const unitSchema = z.strictObject({
  /** Made where it was scanned, so that the same scan told twice is one unit. */
  id: z.uuid(),
  /** Null: it belongs to none of the lines that were asked back. */
  lineId: z.uuid().nullable(),
  /** What it is, where it belongs to no line. */
  title: z.string().trim().max(TITLE_AT_MOST).nullable(),
  condition: z.enum(CONDITIONS),
  disposition: z.enum(DISPOSITIONS),
  note: z.string().trim().max(NOTE_AT_MOST).nullable(),
  photoIds: z.array(z.uuid()).max(PHOTOS_AT_MOST),
});
export type ReceivedUnit = z.infer<typeof unitSchema>;

/** P-11: why what came is not what was asked back. */
export const explanationSchema = z.strictObject({
  reason: z.enum(DIFFERENCE_REASONS),
  note: z.string().trim().max(NOTE_AT_MOST).nullable(),
});
