import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { InsightRow } from "@/lib/insights/insights";

type AnswersProps = { row: Pick<InsightRow, "answered" | "answeredLate">; href: string | null };

/** How many requests were answered late, of how many that were answered (P-32). */
export function Answers({ row: { answered, answeredLate }, href }: AnswersProps) {
  const t = useTranslations("insights");
  const late = useFormatter().number(answeredLate);
  if (answered === 0) return t("nothing");
  return (
    <span className="tabular-nums">
      {href === null ? (
        late
      ) : (
        <Link href={href} className="prose-link">
          {late}
        </Link>
      )}{" "}
      <span className="font-normal text-small text-subtle">{t("ofAnswered", { count: answered })}</span>
    </span>
  );
}
