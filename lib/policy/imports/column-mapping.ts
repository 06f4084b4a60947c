import { z } from "zod";
import { DATE_ORDERS, ORDER_FIELDS, RETURN_FIELDS, RETURN_STATUSES } from "./mapping";

/** Which column of a file is what, by the column's name as it stands in the header; and how its values are read. */
export const columnMappingSchema = z.strictObject({
  columns: z.partialRecord(z.enum([...ORDER_FIELDS, ...RETURN_FIELDS]), z.string().trim().min(1).max(200)),
  dateOrder: z.enum(DATE_ORDERS),
  /** The character between whole and fraction of an amount. */
  decimal: z.enum([".", ","]),
  /** What a word of the file's status column means, where it is not one that we know. */
  statuses: z.record(z.string(), z.enum(RETURN_STATUSES)).default({}),
  /** Columns that whoever chose saw and left out; missing in what was kept before this was remembered. */
  unread: z.array(z.string()).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
