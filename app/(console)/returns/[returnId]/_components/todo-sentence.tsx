import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDateTime, formatDay } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { isToMake } from "@/lib/policy/machines/refund/statuses";
import { todoOf } from "@/lib/policy/machines/return/todo";
import { givesGoods } from "@/lib/policy/money/refund-quote";
import { REACH } from "@/lib/policy/reach";
import type { FoundReturn } from "../read-return";

const DAY = 24 * 3_600_000;

const todoOfFound = ({ item, isInConflict, openHandover, offer }: FoundReturn) =>
  todoOf({
    ...{ ...item, isInConflict, openHandover },
    isRefundDue: offer !== null && givesGoods(offer.suggestion),
    isRefundToMake: toMake(item) > 0,
  });

/** What of its refunds somebody has still to make, in minor units. */
const toMake = ({ refunds }: FoundReturn["item"]): number =>
  refunds.reduce((sum, { state, amountMinor }) => (isToMake(state) ? sum + (amountMinor ?? 0) : sum), 0);

/** Whether money is what is owed next. */
export const isRefundNext = (found: FoundReturn): boolean => todoOfFound(found).todo === "refund";

/** What is to be done with the return, about how much, and by when. */
export function TodoSentence({ found }: { found: FoundReturn }) {
  const t = useTranslations("detail.todo");
  const time = useTranslations("time");
  const locale = useLocale();
  const { item, openHandover, offer, now } = found;
  const reading = { locale, timeZone: useTimeZone() ?? "UTC", now };
  const { todo, due } = todoOfFound(found);
  const left = due === null ? 0 : due.dueAt.getTime() - now.getTime();
  const by = due === null ? "" : left < DAY ? formatDateTime(time, due.dueAt, reading) : formatDay(due.dueAt, reading);
  return t(todo, {
    marketplace: item.channel.marketplace,
    move: openHandover ?? "other",
    hasRefund: String(todo !== "refund" || offer?.suggestion.leftMinor !== null),
    refund: formatMoney(
      { amountMinor: todo === "pay" ? toMake(item) : (offer?.suggestion.amountMinor ?? 0), currency: item.currency },
      locale,
    ),
    hasAmount: String(item.valueMinor !== null),
    amount:
      item.valueMinor === null ? "" : formatMoney({ amountMinor: item.valueMinor, currency: item.currency }, locale),
    due: due === null ? "none" : left <= 0 ? "past" : "open",
    by,
  });
}

/** Whose decision it is, and what happens when nobody takes it. */
export function OtherwiseSentence({ found }: { found: FoundReturn }) {
  const t = useTranslations("detail.todo");
  const { todo, due } = todoOfFound(found);
  const { marketplace, mode } = found.item.channel;
  if (!due || (todo !== "decide" && todo !== "follow_policy")) return null;
  const who = REACH[mode].carriesOut ? "ours" : "theirs";
  return (
    <>
      {todo === "decide" && t("yours")}
      {t(`otherwise.${who}`, { consequence: due.consequence, marketplace })}
    </>
  );
}
