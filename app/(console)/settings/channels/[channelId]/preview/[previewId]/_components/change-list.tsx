import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import type { PreviewChangeRow, PreviewState } from "@/db/queries/previews";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/paths";
import type { ImpactChange } from "@/lib/policy/impact";

type ChangeListProps = {
  /** One more than a page where there are more. */
  rows: readonly PreviewChangeRow[];
  perPage: number;
  after: number;
  changed: number;
  preview: Pick<PreviewState, "id" | "channelId">;
};

/** Which requests would have gone another way, and how. */
export function ChangeList({ rows, perPage, after, changed, preview }: ChangeListProps) {
  const t = useTranslations("preview.list");
  const locale = useLocale();
  if (rows.length === 0) return null;
  const shown = rows.slice(0, perPage);
  const here = paths.policyPreview(preview.channelId, preview.id);
  const last = shown.at(-1)?.position ?? after;
  return (
    <>
      <Card title={t("title")} isFlush>
        <ul>
          {shown.map((row) => (
            <li key={row.returnId} className="border-line border-b px-4 py-2.5 last:border-b-0 md:flex md:gap-4">
              <div className="min-w-0 md:w-64 md:shrink-0">
                <Link href={paths.returnDetail(row.returnId)} className="identifier prose-link font-semibold">
                  R-{row.number}
                </Link>
                <span className="text-muted text-small"> · {formatPlainDate(row.requestedOn, { locale })}</span>
                <span className="block truncate text-small" dir="auto">
                  {row.title ?? row.orderNumber}
                </span>
              </div>
              <Change change={row.change} />
            </li>
          ))}
        </ul>
      </Card>
      <Pagination
        summary={t("cut", { shown: last.toLocaleString(locale), changed: changed.toLocaleString(locale) })}
        previousHref={after > 0 ? `${here}?after=${Math.max(0, after - perPage)}` : null}
        nextHref={rows.length > perPage ? `${here}?after=${last}` : null}
      />
    </>
  );
}

function Change({ change }: { change: ImpactChange }) {
  const t = useTranslations("preview.list");
  const verdict = useTranslations("status.verdict");
  const words = useTranslations("policy");
  const locale = useLocale();
  const day = (at: string | null) => (at === null ? t("noDate") : formatPlainDate(at.slice(0, 10), { locale }));
  const label = ({ kind, paidBy }: NonNullable<ImpactChange["label"]>[0]) =>
    `${words(`labels.${kind}`)} · ${words(`paidBy.${paidBy}`)}`;
  const said = [
    change.verdict && t("verdict", { from: verdict(change.verdict[0]), to: verdict(change.verdict[1]) }),
    change.automation && t("automation", { to: change.automation[1] }),
    change.label && t("label", { from: label(change.label[0]), to: label(change.label[1]) }),
    change.answerBy && t("answerBy", { from: day(change.answerBy[0]), to: day(change.answerBy[1]) }),
    change.sendBackBy && t("sendBackBy", { from: day(change.sendBackBy[0]), to: day(change.sendBackBy[1]) }),
  ].filter((text) => text !== undefined);
  return (
    <ul className="min-w-0 flex-1 text-small">
      {said.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
