import { useTranslations } from "next-intl";
import { LineList } from "@/components/returns/line-list";
import { Said } from "@/components/returns/reported-word";
import { shownText } from "@/lib/kernel/shown-text";
import { reportedWord } from "@/lib/policy/judging/reported-words";
import { differencesOf } from "@/lib/policy/parcels/differences";
import type { ReturnDetail } from "@/lib/returns/return-detail";

type AskedCardProps = {
  item: Pick<ReturnDetail, "lines" | "units" | "difference" | "currency" | "buyerComment" | "reported"> & {
    order: Pick<ReturnDetail["order"], "isCurrencyAssumed" | "buyerLocale">;
    channel: Pick<ReturnDetail["channel"], "marketplace">;
  };
  /** The return's own page has the comment in the conversation. */
  hasComment?: boolean;
};

/** The items that were asked for; beside a list the buyer's own words too, in whatever language they are. */
export function AskedCard({ item, hasComment = false }: AskedCardProps) {
  const t = useTranslations("detail.lines");
  const { lines, units, difference, currency, order, channel, buyerComment, reported } = item;
  const reasons = useTranslations("receiving.why");
  const isRestMissing = lines.some(({ requested, closed, received }) => requested - closed > received);
  const differs = differencesOf(units, isRestMissing).length > 0;
  const resolution = reported?.resolution;
  const known = resolution ? reportedWord("resolution", resolution) : null;
  return (
    <section aria-label={t("title")} id="asked" className="overflow-clip rounded-card border border-line bg-surface">
      <LineList
        lines={lines}
        units={units}
        currency={currency}
        isCurrencyAssumed={order.isCurrencyAssumed}
        marketplace={channel.marketplace}
      />
      {difference && differs && (
        <p className="break-words border-line border-t px-4 py-2 text-small" dir="auto">
          <span className="font-medium">{t("difference")}</span> {reasons(difference.reason)}
          {difference.note && <span> “{shownText(difference.note)}”</span>}
          {difference.by && <span className="text-muted"> · {shownText(difference.by)}</span>}
        </p>
      )}
      {(resolution || (hasComment && buyerComment)) && (
        <div className="flex flex-col gap-1 border-line border-t px-4 py-2 text-small">
          {resolution && (
            <p>
              <Said said={resolution} words={known && t("wants", { resolution: known })} />
            </p>
          )}
          {hasComment && buyerComment && (
            <blockquote className="whitespace-pre-wrap break-words" dir="auto" lang={order.buyerLocale ?? ""}>
              {shownText(buyerComment)}
            </blockquote>
          )}
        </div>
      )}
    </section>
  );
}
