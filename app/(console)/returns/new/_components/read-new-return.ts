import { isLocale } from "@/lib/kernel/locale";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import type { KnownOrder } from "../load-new-return";

type Page = { id: string; channelId: string; number: string; order: KnownOrder | null; itemCount: number };

/** The form as the action takes it. The action judges every value itself. */
export function readNewReturn(form: FormData, { id, channelId, number, order, itemCount }: Page) {
  const text = (name: string) => String(form.get(name) ?? "");
  const count = (name: string) => Number.parseInt(text(name), 10) || 0;
  const outbound = OUTBOUND_STATES.find((state) => state === text("order.outbound")) ?? null;
  const place = { outbound, deliveredOn: outbound === "delivered" ? text("order.deliveredOn") || null : null };
  const locale = text("order.buyerLocale");
  return {
    id,
    channelId,
    orderNumber: number,
    requestedOn: text("requestedOn"),
    buyerComment: text("buyerComment"),
    order: order
      ? {
          kind: "known" as const,
          lines: order.lines
            .filter(({ id }) => form.has(`back.${id}`))
            .map(({ id }) => ({ orderLineId: id, quantity: count(`quantity.${id}`), reason: text(`reason.${id}`) })),
          ...place,
        }
      : {
          kind: "new" as const,
          orderedOn: text("order.orderedOn"),
          ...place,
          buyerName: text("order.buyerName"),
          buyerEmail: text("order.buyerEmail"),
          buyerLocale: isLocale(locale) ? locale : ("en" as const),
          items: Array.from({ length: itemCount }, (_, index) => {
            const name = (field: string) => `order.items.${index}.${field}`;
            return {
              title: text(name("title")),
              sku: text(name("sku")),
              category: text(name("category")),
              ordered: count(name("ordered")),
              price: text(name("price")),
              quantity: count(name("quantity")),
              reason: text(name("reason")),
            };
          }),
        },
  };
}
