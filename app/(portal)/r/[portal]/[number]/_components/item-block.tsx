import { useTranslations } from "next-intl";
import { shownText } from "@/lib/kernel/shown-text";
import type { BuyerReturn } from "@/lib/portal/find-buyer-return";
import { PortalBlock } from "../../_components/portal-frame";

/** What goes back, of which order. */
export function ItemBlock({ lines, order }: Pick<BuyerReturn, "lines" | "order">) {
  const t = useTranslations("portal.items");
  return (
    <PortalBlock title={t("title")}>
      <ul className="flex flex-col gap-1.5">
        {lines.map(({ title, quantity }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a return keep their places.
          <li key={place} className="flex gap-3">
            <span className="wrap-break-word min-w-0 flex-1" dir="auto">
              {title ? shownText(title) : t("untitled")}
            </span>
            <span className="text-muted tabular-nums">{t("quantity", { quantity })}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-body text-muted">{t.rich("order", { order: () => <bdi>{order.number}</bdi> })}</p>
    </PortalBlock>
  );
}
