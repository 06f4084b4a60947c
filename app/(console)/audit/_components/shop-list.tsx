import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { tellShopEvent } from "@/components/audit/tell-shop-event";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDateTime, formatDateTimeZone } from "@/lib/i18n/format";
import type { SellerEventRow } from "@/lib/platform/audit/seller-events";
import type { Change } from "@/lib/policy/events/changes";

type ShopListProps = { rows: readonly SellerEventRow[]; now: Date };

/** What was done to the shop itself: what, to whom or what, by whom, when, and what changed by it. */
export function ShopList({ rows, now }: ShopListProps) {
  const t = useTranslations("audit.shop");
  return (
    <Card isFlush>
      <ol aria-label={t("list")} className="divide-y divide-line">
        {rows.map((row) => (
          <ShopEvent key={row.id} row={row} now={now} />
        ))}
      </ol>
    </Card>
  );
}

function ShopEvent({ row, now }: { row: SellerEventRow; now: Date }) {
  const all = useTranslations();
  const t = useTranslations("audit.shop");
  const time = useTranslations("time");
  const locale = useLocale();
  const reading = { locale, timeZone: useTimeZone() ?? "UTC", now };
  const { about, href, notes, facts, isWhole, texts } = tellShopEvent(row, { t: all, locale });
  return (
    <li id={`e-${row.id}`} className="px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="wrap-anywhere min-w-0 font-medium">
          {t(`kinds.${row.kind}`)}
          {about !== "" && (
            <>
              {t("colon")}
              {href === null ? (
                <span dir="auto">{about}</span>
              ) : (
                <Link href={href} className="prose-link" dir="auto">
                  {about}
                </Link>
              )}
            </>
          )}
        </p>
        <time
          dateTime={row.at.toISOString()}
          title={formatDateTimeZone(time, row.at, reading)}
          className="text-small text-subtle tabular-nums"
        >
          {formatDateTime(time, row.at, reading)}
        </time>
      </div>
      {isWhole && facts.length > 0 && (
        <p className="wrap-anywhere text-small" dir="auto">
          {facts.join(t("join"))}
        </p>
      )}
      {!isWhole && facts.length > 0 && (
        <ul className="wrap-anywhere text-small">
          {facts.map((fact) => (
            <li key={fact} dir="auto">
              {fact}
            </li>
          ))}
        </ul>
      )}
      {texts.map((change) => (
        <ChangedText key={change.field} change={change} isWhole={isWhole} />
      ))}
      <p className="wrap-anywhere text-muted text-small">
        {[
          row.actorName === null ? t("byItself") : t("by", { name: row.actorName, actor: row.actorKind }),
          ...notes,
        ].join(t("join"))}
      </p>
    </li>
  );
}

/** The words of a longer text, before and after, when somebody wants to read them. */
function ChangedText({ change, isWhole }: { change: Change; isWhole: boolean }) {
  const t = useTranslations("audit.shop");
  const sides = [
    ["before", change.from],
    ["after", change.to],
  ] as const;
  return (
    <details className="text-small">
      <summary className="w-fit cursor-pointer text-muted">
        {t(isWhole ? "whole" : "words", { field: t(`fields.${change.field}`) })}
      </summary>
      <div className="mt-1 grid gap-3 md:grid-cols-2">
        {sides.map(([side, text]) =>
          text === null || text === "" ? null : (
            <div key={side} className="border-line border-s-3 ps-2.5">
              {!isWhole && <p className="text-micro text-subtle">{t(side)}</p>}
              <p className="wrap-anywhere whitespace-pre-wrap" dir="auto">
                {String(text)}
              </p>
            </div>
          ),
        )}
      </div>
    </details>
  );
}
