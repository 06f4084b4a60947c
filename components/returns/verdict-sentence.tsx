import { useLocale, useTranslations } from "next-intl";
import { formatPlainDate } from "@/lib/i18n/format";
import type { Evaluation } from "@/lib/policy/evaluation";
import { headline } from "@/lib/policy/headline";
import { useReasonName } from "./reason-name";
import { reasonWords } from "./reason-words";

/** The verdict as one sentence, out of the reason that made it. */
export function VerdictSentence({ evaluation, now }: { evaluation: Evaluation; now: Date }) {
  const rules = useTranslations("policy.rules");
  const locale = useLocale();
  const reasonName = useReasonName();
  const reason = telling(evaluation);
  if (!reason) return null;
  const day = (date: string) => formatPlainDate(date, { locale, now });
  return rules(`${reason.rule}.summary`, reasonWords(reason, { day, reasonName }));
}

/** Where report and rules agree that all is well, the window says more than the report's word. */
function telling(evaluation: Evaluation) {
  const isAgreed = evaluation.verdict === "in_policy" && !evaluation.differs;
  const reasons = evaluation.lines.flatMap((line) => line.reasons);
  return (isAgreed ? reasons.find(({ rule }) => rule === "return_window") : null) ?? headline(evaluation);
}
