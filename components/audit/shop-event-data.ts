import { z } from "zod";
import { EVENTS, type ImportEventTells, type ShopEventTells } from "@/lib/policy/events/events";
import { isOfImport, type ShopAuditKind } from "@/lib/policy/events/seller-event-kinds";
import { changeSchema } from "@/lib/policy/events/shop";
import { OPERATION_PARTS } from "@/lib/policy/terms/diff-operation";

/** Of a list what is known today. */
const known = <Schema extends z.ZodType>(schema: Schema, list: unknown): z.output<Schema>[] =>
  Array.isArray(list) ? list.flatMap((item) => schema.safeParse(item).data ?? []) : [];

type Tells = Omit<ShopEventTells & Pick<ImportEventTells, "effects" | "isWithoutAutomation" | "undone">, "of">;
export type ShopEventData = Tells & {
  of: string | null;
  changes: z.output<typeof changeSchema>[];
  parts: (typeof OPERATION_PARTS)[number][];
};

/** What an event of the shop's audit tells, as far as there are words for it; history is never refused for what it lacks. */
export function readShopEvent(kind: ShopAuditKind, data: Record<string, unknown>): ShopEventData {
  const [ofShop, ofImport] = [EVENTS.read("shop", kind, data), EVENTS.read("import", kind, data)];
  return {
    ...(isOfImport(kind) ? { ...ofShop, ...ofImport } : { ...ofImport, ...ofShop }),
    changes: known(changeSchema, data.changes),
    parts: known(z.enum(OPERATION_PARTS), data.parts),
  };
}
