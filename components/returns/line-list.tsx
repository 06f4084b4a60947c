import { useLocale, useTranslations } from "next-intl";
import { lettersOf } from "@/components/ui/avatar";
import { paths } from "@/lib/i18n/paths";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { DetailUnit } from "@/lib/parcels/received-units";
import { normaliseReason, reasonKey } from "@/lib/policy/judging/reasons";
import type { DetailLine } from "@/lib/returns/return-detail";
import type { Marketplace } from "./marketplace";
import { InWordsOf, ReasonName, UnknownReason } from "./reason-name";

type LineListProps = {
  lines: readonly DetailLine[];
  /** What was unpacked, unit by unit. */
  units: readonly DetailUnit[];
  currency: string;
  isCurrencyAssumed: boolean;
  marketplace: Marketplace;
};

/** The items of a return with their quantities (P-11), the reason in words and as it came (P-08), amounts or "unknown". */
export function LineList({ lines, units, currency, isCurrencyAssumed, marketplace }: LineListProps) {
  const t = useTranslations("detail.lines");
  const locale = useLocale();
  const money = (amountMinor: number | null) =>
    amountMinor === null ? t("amountUnknown") : formatMoney({ amountMinor, currency }, locale);
  return (
    <div className="@container">
      <ul aria-label={t("caption")} className="divide-y divide-line">
        {lines.map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-2 @lg:grid-cols-[auto_minmax(0,1.3fr)_minmax(0,1fr)_auto] @lg:items-center"
          >
            <span
              aria-hidden
              className="flex size-10 items-center justify-center rounded-control border border-line bg-sunken font-semibold text-micro text-subtle @max-lg:row-span-3"
            >
              {lettersOf(shownText(line.title ?? line.sku ?? ""))}
            </span>
            <div className="min-w-0">
              <p className="break-words font-medium" dir="auto">
                {shownText(line.title ?? t("untitled"))}
              </p>
              <p className="text-micro text-subtle">
                <span className="identifier">{[line.sku, line.asin].filter(Boolean).join(" · ")}</span>
                {(line.sku ?? line.asin) && " · "}
                {money(line.amountMinor)}
                {isCurrencyAssumed && line.amountMinor !== null && ` · ${t("assumed")}`}
              </p>
            </div>
            <div className="min-w-0 text-small @max-lg:col-start-2">
              <p>
                <span className="sr-only">{t("reason")}: </span>
                <InWordsOf marketplace={marketplace}>
                  <ReasonName reason={line.reason} labels={line.reasonLabels} />
                </InWordsOf>
                <UnknownReason reason={line.reason} labels={line.reasonLabels} />
              </p>
              {(reasonKey(line.reason) !== null || normaliseReason(line.reason) !== line.reason) && (
                <p className="break-words text-micro text-subtle">
                  {t("rawReason")} <span className="identifier">{line.reason}</span>
                </p>
              )}
            </div>
            <div className="text-small tabular-nums @lg:text-end @max-lg:col-start-2">
              <p>{t("asked", { requested: line.requested, ordered: line.ordered ?? "none" })}</p>
              {line.closed > 0 && <p className="text-micro text-subtle">{t("closed", { count: line.closed })}</p>}
              {(line.received > 0 || line.refunded > 0) && (
                <p className="text-micro text-subtle">
                  {t("gone", { received: line.received, refunded: line.refunded })}
                </p>
              )}
              <Graded units={units.filter(({ lineId }) => lineId === line.id)} />
              {line.reportedRefundedMinor !== null && line.reportedRefundedMinor > 0 && (
                <p className="text-micro text-subtle" title={t("reportedNote", { marketplace })}>
                  {t("reportedRefunded")} {money(line.reportedRefundedMinor)}
                </p>
              )}
            </div>
          </li>
        ))}
        {units
          .filter(({ lineId }) => lineId === null)
          .map((unit) => (
            <li key={unit.id} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2">
              <span className="min-w-0 break-words font-medium" dir="auto">
                {shownText(unit.title ?? t("untitled"))}
              </span>
              <span className="text-small">{t("extra")}</span>
              <div className="w-full">
                <Graded units={[unit]} />
              </div>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** How units came and where they go, those that are alike together, with what was noted and seen of them. */
function Graded({ units }: { units: readonly DetailUnit[] }) {
  const t = useTranslations("detail.lines");
  const words = useTranslations("receiving");
  const alike = new Map<string, DetailUnit[]>();
  for (const unit of units) {
    const key = JSON.stringify([unit.condition, unit.disposition, unit.note]);
    alike.set(key, [...(alike.get(key) ?? []), unit]);
  }
  return [...alike].map(([key, [unit, ...others]]) =>
    unit ? (
      <div key={key}>
        <p className="break-words text-micro text-subtle" dir="auto">
          {t("graded", {
            count: others.length + 1,
            condition: words(`condition.${unit.condition}`),
            disposition: words(`disposition.${unit.disposition}`),
          })}
          {unit.note && ` · ${shownText(unit.note)}`}
        </p>
        <Photos ids={[unit, ...others].flatMap(({ photoIds }) => photoIds)} />
      </div>
    ) : null,
  );
}

/** Pictures from the bench, each opened whole in a tab of its own. */
function Photos({ ids }: { ids: readonly string[] }) {
  const t = useTranslations("detail.lines");
  if (ids.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-1.5 @lg:justify-end">
      {ids.map((id, place) => (
        <li key={id}>
          <a href={paths.file(id)} target="_blank" rel="noreferrer" className="block rounded-control">
            {/* biome-ignore lint/performance/noImgElement: a stored file, which the route makes small. */}
            <img
              src={paths.smallPhoto(id)}
              alt={t("photo", { number: place + 1 })}
              width={56}
              height={56}
              loading="lazy"
              className="size-14 rounded-control border border-line bg-sunken object-cover text-micro"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
