import Link from "next/link";
import { useTranslations } from "next-intl";
import type { StayedReturn } from "@/db/queries/imports";
import { paths } from "@/lib/paths";

const SHOWN = 20;

/** Returns that stay when their import is taken back, each with the reason. */
export function StayedReturns({ stayed, count }: { stayed: readonly StayedReturn[]; count: number }) {
  const t = useTranslations("import.undo");
  const shown = stayed.slice(0, SHOWN);
  return (
    <>
      <p className="mt-2 font-medium">{t("stays", { count })}</p>
      <ul className="mt-1 text-small">
        {shown.map(({ returnId, number, why }) => (
          <li key={returnId}>
            <Link href={paths.returnDetail(returnId)} className="prose-link identifier">
              R-{number}
            </Link>{" "}
            {t(`why.${why}`)}
          </li>
        ))}
        {count > shown.length && <li className="text-muted">{t("moreStay", { count: count - shown.length })}</li>}
      </ul>
    </>
  );
}
