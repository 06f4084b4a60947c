"use client";

import { useTranslations } from "next-intl";
import type { KnownOrder } from "../load-new-return";

/** The label of every field by the name under which it is sent. */
export function useFieldLabels(itemCount: number, order: KnownOrder | null): Record<string, string> {
  const t = useTranslations("newReturn");
  const ofItem = (index: number): Record<string, string> =>
    Object.fromEntries(
      (
        [
          ["title", "itemTitle"],
          ["sku", "sku"],
          ["category", "category"],
          ["ordered", "ordered"],
          ["price", "price"],
          ["quantity", "quantity"],
          ["reason", "reason"],
        ] as const
      ).map(([field, key]) => [`order.items.${index}.${field}`, t(key)]),
    );
  return Object.assign(
    {
      requestedOn: t("requestedOn"),
      buyerComment: t("comment"),
      "order.orderedOn": t("orderedOn"),
      "order.outbound": t("outbound"),
      "order.deliveredOn": t("deliveredOn"),
      "order.buyerName": t("buyerName"),
      "order.buyerEmail": t("buyerEmail"),
      "order.buyerLocale": t("buyerLocale"),
    },
    ...Array.from({ length: itemCount }, (_, index) => ofItem(index)),
    ...(order?.lines ?? []).map(({ id }) => ({ [`quantity.${id}`]: t("quantity"), [`reason.${id}`]: t("reason") })),
  );
}
