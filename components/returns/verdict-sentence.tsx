import { useLocale, useTranslations } from "next-intl";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/money";
import type { Evaluation } from "@/lib/policy/evaluation";
import { tellingReason } from "@/lib/policy/headline";
import { reasonWords } from "@/lib/policy/reason-words";
import { useReasonName } from "./reason-name";

/** The verdict as one sentence, out of the reason that made it. */
export function VerdictSentence({ evaluation, now }: { evaluation: Evaluation; now: Date }) {
  const rules = useTranslations("policy.rules");
  const locale = useLocale();
  const reasonName = useReasonName();
  const reason = tellingReason(evaluation);
  if (!reason) return null;
  const day = (date: string) => formatPlainDate(date, { locale, now });
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  return rules(`${reason.rule}.summary`, reasonWords(reason, { day, reasonName, money }));
}
