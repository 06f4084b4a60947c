import { z } from "zod";
import { EVENTS, type ShopEventTells } from "@/lib/policy/events/events";
import type { SellerEventKind } from "@/lib/policy/events/seller-event-kinds";
import { changeSchema } from "@/lib/policy/events/shop";
import { OPERATION_PARTS } from "@/lib/policy/terms/diff-operation";

/** Of a list what is known today. */
const known = <Schema extends z.ZodType>(schema: Schema, list: unknown): z.output<Schema>[] =>
  Array.isArray(list) ? list.flatMap((item) => schema.safeParse(item).data ?? []) : [];

export type ShopEventData = ShopEventTells & {
  changes: z.output<typeof changeSchema>[];
  parts: (typeof OPERATION_PARTS)[number][];
};

/** What an event of the shop's audit tells, as far as there are words for it; history is never refused for what it lacks. */
export const readShopEvent = (kind: SellerEventKind, data: Record<string, unknown>): ShopEventData => ({
  ...EVENTS.read("shop", kind, data),
  changes: known(changeSchema, data.changes),
  parts: known(z.enum(OPERATION_PARTS), data.parts),
});
