import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { normaliseReason, reasonKey } from "@/lib/policy/judging/reasons";
import type { DetailLine } from "@/lib/returns/return-detail";
import type { Marketplace } from "./marketplace";
import { InWordsOf, ReasonName, UnknownReason } from "./reason-name";

type LineListProps = {
  lines: readonly DetailLine[];
  currency: string;
  isCurrencyAssumed: boolean;
  marketplace: Marketplace;
};

/** The items of a return with their quantities (P-11), the reason in words and as it came (P-08), amounts or "unknown". */
export function LineList({ lines, currency, isCurrencyAssumed, marketplace }: LineListProps) {
  const t = useTranslations("detail.lines");
  const locale = useLocale();
  const money = (amountMinor: number | null) =>
    amountMinor === null ? t("unknown") : formatMoney({ amountMinor, currency }, locale);
  return (
    <ul aria-label={t("caption")} className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-semibold" dir="auto">
              {shownText(line.title ?? t("untitled"))}
            </p>
            <p className="identifier text-muted">{[line.sku, line.asin].filter(Boolean).join(" · ")}</p>
            <p className="mt-1.5">
              <span className="sr-only">{t("reason")}: </span>
              <span className="font-medium">
                <InWordsOf marketplace={marketplace}>
                  <ReasonName reason={line.reason} labels={line.reasonLabels} />
                </InWordsOf>
              </span>
              <UnknownReason reason={line.reason} labels={line.reasonLabels} />
              {(reasonKey(line.reason) !== null || normaliseReason(line.reason) !== line.reason) && (
                <span className="ms-2 text-subtle text-small">
                  {t("rawReason")} <span className="identifier">{line.reason}</span>
                </span>
              )}
            </p>
          </div>
          <div className="ms-auto text-end tabular-nums max-xs:ms-0 max-xs:text-start">
            <p className={line.amountMinor === null ? "text-subtle" : "font-semibold"}>{money(line.amountMinor)}</p>
            <p className="text-subtle text-small">
              {t("orderAmount")}
              {isCurrencyAssumed && line.amountMinor !== null && ` · ${t("assumed")}`}
            </p>
          </div>
          <Quantities line={line} />
          {line.reportedRefundedMinor !== null && line.reportedRefundedMinor > 0 && (
            <p className="w-full text-small">
              <span className="font-medium">
                {t("reportedRefunded")} <span className="tabular-nums">{money(line.reportedRefundedMinor)}</span>
              </span>{" "}
              <span className="text-muted">{t("reportedNote", { marketplace })}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Quantities({ line }: { line: DetailLine }) {
  const t = useTranslations("detail.lines");
  const quantities = ["ordered", "requested", "received", "refunded"] as const;
  return (
    <dl className="grid w-full grid-cols-4 overflow-clip rounded-control border border-line tabular-nums">
      {quantities.map((name) => (
        <div key={name} className="flex flex-col border-line border-s px-2.5 py-1 first:border-s-0">
          <dt className="text-subtle text-micro">{t(name)}</dt>
          <dd className={name === "requested" ? "font-semibold" : undefined}>{line[name] ?? t("unknown")}</dd>
        </div>
      ))}
    </dl>
  );
}
