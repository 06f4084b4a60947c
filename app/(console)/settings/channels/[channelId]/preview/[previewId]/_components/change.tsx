import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import { formatDateTime, formatDay } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { ImpactChange } from "@/lib/policy/judging/impact";

/** What would have been different for one request, a sentence for each, with what that would have cost. */
export function Change({ change, marketplace }: { change: ImpactChange; marketplace: Marketplace }) {
  const t = useTranslations("preview.list");
  const verdict = useTranslations("status.verdict");
  const words = useTranslations("policy");
  const locale = useLocale();
  const time = useTranslations("time");
  const timeZone = useTimeZone() ?? "UTC";
  const instants = (pair: readonly [string | null, string | null]) => {
    const said = (write: (at: Date) => string) => pair.map((at) => (at === null ? t("noDate") : write(new Date(at))));
    const [from = "", to = ""] = said((at) => formatDay(at, { locale, timeZone }));
    // Two clocks may end on one day.
    const [exactFrom = "", exactTo = ""] = said((at) => formatDateTime(time, at, { locale, timeZone }));
    return from === to ? { from: exactFrom, to: exactTo } : { from, to };
  };
  const label = ({ kind, paidBy }: NonNullable<ImpactChange["label"]>[0]) =>
    `${words(`labels.${kind}`)} · ${words(`paidBy.${paidBy}`, { marketplace })}`;
  const said = [
    change.verdict && t("verdict", { from: verdict(change.verdict[0]), to: verdict(change.verdict[1]) }),
    change.automation && t("automation", { to: change.automation[1] }),
    change.label && t("label", { from: label(change.label[0]), to: label(change.label[1]) }),
    change.answerBy && t("answerBy", instants(change.answerBy)),
    change.sendBackBy && t("sendBackBy", instants(change.sendBackBy)),
  ].filter((text) => text !== undefined);
  const { cost } = change;
  const amount = (amountMinor: number | null) =>
    cost && amountMinor !== null
      ? (amountMinor > 0 ? "+" : "") + formatMoney({ amountMinor, currency: cost.currency }, locale)
      : t("unknown");
  const costs = [
    cost?.goodsMinor !== undefined && t("goods", { amount: amount(cost.goodsMinor) }),
    cost?.freightMinor !== undefined && t("freight", { amount: amount(cost.freightMinor) }),
  ].filter((text) => text !== false);
  return (
    <>
      <ul className="min-w-0 flex-1 text-small">
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {costs.length > 0 && (
        <ul className="text-muted text-small tabular-nums md:w-48 md:shrink-0 md:text-end">
          {costs.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
