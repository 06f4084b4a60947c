import { isLocale } from "@/lib/i18n/locale";
import { KNOWN_REASONS, type KnownReason } from "@/lib/policy/reasons";
import type { KnownOrder } from "../load-new-return";

type Page = { id: string; channelId: string; number: string; order: KnownOrder | null; itemCount: number };

const isReason = (text: string): text is KnownReason => KNOWN_REASONS.some((reason) => reason === text);

/** The form as the action takes it. The action judges every value itself. */
export function readNewReturn(form: FormData, { id, channelId, number, order, itemCount }: Page) {
  const text = (name: string) => String(form.get(name) ?? "");
  const count = (name: string) => Number.parseInt(text(name), 10) || 0;
  const reason = (name: string): KnownReason => {
    const typed = text(name);
    return isReason(typed) ? typed : "no_reason";
  };
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
            .map(({ id }) => ({ orderLineId: id, quantity: count(`quantity.${id}`), reason: reason(`reason.${id}`) })),
        }
      : {
          kind: "new" as const,
          orderedOn: text("order.orderedOn"),
          deliveredOn: text("order.deliveredOn") || null,
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
              reason: reason(name("reason")),
            };
          }),
        },
  };
}
