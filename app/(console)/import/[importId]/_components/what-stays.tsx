import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { ImportRow, Stayed } from "@/lib/imports/imports";

export const SHOWN_STAYING = 20;

type WhatStaysProps = { kind: ImportRow["kind"]; stayed: readonly Stayed[]; count: number };

/** What stays when its import is taken back: returns or orders, each with the reason. */
export function WhatStays({ kind, stayed, count }: WhatStaysProps) {
  const t = useTranslations("import.undo");
  const shown = stayed.slice(0, SHOWN_STAYING);
  return (
    <>
      <p className="mt-2 font-medium">{t(kind === "orders" ? "ordersStay" : "stays", { count })}</p>
      <ul className="mt-1 text-small">
        {shown.map((one) => (
          <li key={"returnId" in one ? one.returnId : one.orderId}>
            {"returnId" in one ? (
              <>
                <Link href={paths.returnDetail(one.returnId)} className="prose-link identifier">
                  R-{one.number}
                </Link>{" "}
                {t(`why.${one.why}`)}
              </>
            ) : (
              <>
                {one.why === "has_return" ? (
                  <Link href={paths.findReturns(one.number)} className="prose-link identifier">
                    {one.number}
                  </Link>
                ) : (
                  <span className="identifier">{one.number}</span>
                )}{" "}
                {t(`whyOrder.${one.why}`)}
              </>
            )}
          </li>
        ))}
        {count > shown.length && <li className="text-muted">{t("moreStay", { count: count - shown.length })}</li>}
      </ul>
    </>
  );
}
