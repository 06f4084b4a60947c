import { useLocale, useTranslations } from "next-intl";
import { Children, type ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import { shownText } from "@/lib/kernel/shown-text";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** By which numbers everybody calls this return, and who asked for it when. */
export function ReturnNumbers({ item, now, children }: { item: ReturnDetail; now: Date; children: ReactNode }) {
  const t = useTranslations("detail");
  const { channel, order, rma, channelRma } = item;
  const numbers = [
    { key: "order", label: t("head.order"), number: order.number, what: t("copyOrder", { number: order.number }) },
    ...(rma && bearsRma(channel.marketplace)
      ? [{ key: "rma", label: t("head.rma"), number: rma, what: t("copyRma", { number: rma }) }]
      : []),
    ...(channelRma && bearsRma(channel.marketplace)
      ? [
          {
            key: "channel",
            label: t("head.channelRma", { marketplace: channel.marketplace }),
            number: channelRma,
            what: t("copyRma", { number: channelRma }),
          },
        ]
      : []),
  ];
  return (
    <div>
      {channel.name}
      {numbers.map(({ key, label, number, what }) => (
        <Part key={key}>
          {label} <span className="identifier">{number}</span>
          <span className="-my-2 -me-1.5 inline-flex align-middle print:hidden">
            <CopyButton text={number} what={what} />
          </span>
        </Part>
      ))}
      <Part>
        <Asked item={item} now={now} />
      </Part>
      {Children.toArray(children).map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a head never change places.
        <Part key={index}>{fact}</Part>
      ))}
    </div>
  );
}

/** One of several facts in a row; the dot stays at the end of the line before it. */
function Part({ children }: { children: ReactNode }) {
  return (
    <>
      <span aria-hidden> · </span>
      <span className="inline-block">{children}</span>
    </>
  );
}

/** When and by whom; a report often knows the day only (P-23). */
function Asked({ item, now }: { item: ReturnDetail; now: Date }) {
  const t = useTranslations("detail.head");
  const locale = useLocale();
  const { requestedAt, requestedOn, order } = item;
  const who = { hasName: String(order.buyerName !== null), name: shownText(order.buyerName ?? "") };
  return requestedAt
    ? t.rich("asked", { ...who, when: () => <Time at={requestedAt} style="ago" /> })
    : t("askedOn", { ...who, on: formatPlainDate(requestedOn, { locale, now }) });
}
