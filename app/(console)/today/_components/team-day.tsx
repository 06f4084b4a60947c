import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/i18n/format";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { listHref } from "@/lib/returns/shared/list-view";
import type { TeamDay as Member } from "@/lib/returns/today";

/** Who has how many open requests, and how many of them are late or due within a day. */
export function TeamDay({ team, userId }: { team: readonly Member[]; userId: string }) {
  const t = useTranslations("today.team");
  const locale = useLocale();
  const hrefOf = (id: string | null) =>
    listHref({
      ...emptyFilter("authorization_required"),
      assignee: [id === null ? "nobody" : id === userId ? "me" : id],
    });
  return (
    <section aria-label={t("title")} className="text-small">
      <table className="w-full">
        <caption className="pb-1 text-start font-semibold">{t("title")}</caption>
        <thead className="text-micro text-subtle">
          <tr>
            <th scope="col" className="sr-only">
              {t("member")}
            </th>
            <th scope="col" className="ps-3 text-end font-normal">
              {t("open")}
            </th>
            <th scope="col" className="ps-3 text-end font-normal">
              {t("due")}
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {team.map(({ id, name, open, due }) => (
            <tr key={id ?? "nobody"}>
              <th scope="row" className="py-0.75 text-start font-normal">
                <Link
                  href={hrefOf(id)}
                  className="inline-flex items-center gap-1.5 hover:underline pointer-coarse:min-h-11"
                >
                  {name === null ? (
                    <span aria-hidden className="size-5 rounded-full border border-control border-dashed" />
                  ) : (
                    <Avatar name={name} />
                  )}
                  {name ?? t("nobody")}
                </Link>
              </th>
              <td className="ps-3 text-end">{counted(open, locale)}</td>
              <td className="ps-3 text-end">{counted(due, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
