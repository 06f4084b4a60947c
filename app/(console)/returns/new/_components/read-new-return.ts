import { isLocale } from "@/lib/kernel/locale";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";

/** What the page knows beside what is typed; the lines of a known order, null where it is entered here. */
export type NewReturnPage = { id: string; channelId: string; number: string; lines: readonly string[] | null };

/** The form as the action takes it. The action judges every value itself. */
export function readNewReturn(form: FormData, { id, channelId, number, lines }: NewReturnPage, itemCount: number) {
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
    order: lines
      ? {
          kind: "known" as const,
          lines: lines
            .filter((line) => form.has(`back.${line}`))
            .map((line) => ({
              orderLineId: line,
              quantity: count(`quantity.${line}`),
              reason: text(`reason.${line}`),
            })),
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
