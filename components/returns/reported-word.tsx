import { useTranslations } from "next-intl";
import { type ReportedField, reportedWord } from "@/lib/policy/judging/reported-words";

/** What a report says in our words, with its own behind them; what has none stands as it came, and is marked so. */
export function Said({ said, words }: { said: string; words: string | null }) {
  const t = useTranslations("reportedWords");
  return (
    <span title={said} className="wrap-anywhere">
      {words ?? <bdi>{said}</bdi>}
      <span className="ms-1.5 text-subtle">{words === null ? t("unknown") : <bdi>{said}</bdi>}</span>
    </span>
  );
}

/** The same for a field whose words are known by heart. */
export function SaidWord({ field, said }: { field: ReportedField; said: string }) {
  const t = useTranslations("reportedWords");
  const word = reportedWord(field, said);
  return <Said said={said} words={word && t(`words.${word}`)} />;
}
