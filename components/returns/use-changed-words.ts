import { useLocale, useTranslations } from "next-intl";
import { formatPlainDate } from "@/lib/i18n/format";
import type { JudgementChange } from "@/lib/policy/judging/judgement-change";
import type { Marketplace } from "./marketplace";

/** In words, what is different about a judgement that came out anew (P-26). */
export function useChangedWords(marketplace: Marketplace): (changed: JudgementChange) => string[] {
  const t = useTranslations("timeline.fact.changed");
  const verdicts = useTranslations("status.verdict");
  const words = useTranslations("policy");
  const locale = useLocale();
  const said = <Value>(pair: readonly [Value, Value] | undefined, word: (value: Value) => string) =>
    pair && { from: word(pair[0]), to: word(pair[1]) };
  return ({ verdict, ours, windowEndsOn, paidBy, labelKind, ...flags }) => {
    const day = (on: string) => formatPlainDate(on, { locale });
    const pairs = {
      verdict: said(verdict, verdicts),
      // Ours is told apart only where the marketplace's word counts.
      ours: verdict === undefined ? said(ours, verdicts) : undefined,
      windowEndsOn: said(windowEndsOn, day),
      paidBy: said(paidBy, (who) => words(`paidBy.${who}`, { marketplace })),
      labelKind: said(labelKind, (kind) => words(`labels.${kind}`)),
    };
    const facts = (Object.keys(pairs) as (keyof typeof pairs)[]).flatMap((name) => {
      const pair = pairs[name];
      return pair ? [t(name, pair)] : [];
    });
    const { isPrepaidEligible, isExempt, keepsItem, outbound } = flags;
    const turned = { isPrepaidEligible, isExempt, keepsItem, outbound };
    return [
      ...facts,
      ...(Object.keys(turned) as (keyof typeof turned)[]).flatMap((name) => {
        const pair = turned[name];
        return pair ? [t(name, { to: String(pair[1]) })] : [];
      }),
    ];
  };
}
