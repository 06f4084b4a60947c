import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { CHANGED_FIELDS } from "@/lib/policy/events/changes";
import { ROLES } from "@/lib/policy/permissions";
import { OPERATION_PARTS } from "@/lib/policy/terms/diff-operation";

const text = z.string().nullable().catch(null).default(null);
const one = z.union([z.string(), z.number()]);
const value = z.union([one, z.boolean(), z.null(), z.array(one)]);
const change = z.object({ field: z.enum(CHANGED_FIELDS), from: value, to: value });

const known = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((list) => list.flatMap((item) => schema.safeParse(item).data ?? []));

const count = z.int();

const shopEventSchema = z.object({
  version: count.nullable().catch(null).default(null),
  effectiveFrom: text,
  note: text,
  role: z.enum(ROLES).nullable().catch(null).default(null),
  isNew: z.boolean().catch(false).default(false),
  changes: known(change),
  parts: known(z.enum(OPERATION_PARTS)),
  sku: text,
  file: text,
  counts: z
    .object({ added: count, changed: count, unchanged: count, refused: count })
    .nullable()
    .catch(null)
    .default(null),
  /** Of an import that was taken back. */
  undone: z.object({ deleted: count, restored: count, stayed: count }).nullable().catch(null).default(null),
  /** Of an import: how many returns it authorized by itself, and that it was not to. */
  effects: z.object({ authorized: count, messages: count }).nullable().catch(null).default(null),
  isWithoutAutomation: z.boolean().catch(false).default(false),
  /** Which kind of reason, or of message. */
  of: text,
  code: text,
  reason: text,
  locale: text,
  labels: z.record(z.enum(LOCALES), z.string()).nullable().catch(null).default(null),
  query: text,
  isHandedOver: z.boolean().catch(false).default(false),
  /** How a key ends. */
  hint: text,
  minutes: count.nullable().catch(null).default(null),
  /** Which file was taken, of what, and how many rows it had. */
  what: text,
  filter: text,
  count: count.nullable().catch(null).default(null),
});
export type ShopEventData = z.output<typeof shopEventSchema>;

/** What an event of the shop's audit tells, as far as there are words for it; history is never refused for what it lacks. */
export const readShopEvent = (data: Record<string, unknown>): ShopEventData => shopEventSchema.parse(data);
