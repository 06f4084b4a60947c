import { useTranslations } from "next-intl";
import type { HandoverItem } from "@/lib/handovers/handovers";
import { shownText } from "@/lib/kernel/shown-text";

/** What comes back, in a line: the first items by name, the rest as a number. */
export function ItemsLine({ items, count }: { items: readonly HandoverItem[]; count: number }) {
  const t = useTranslations("handover.entry");
  const names = items.map(({ title, sku, quantity }) =>
    t("item", { quantity, title: shownText(title ?? sku ?? t("untitled")) }),
  );
  return (
    <p className="line-clamp-2 text-small" dir="auto">
      {names.join(" · ")}
      {count > items.length && ` · ${t("moreItems", { count: count - items.length })}`}
    </p>
  );
}
