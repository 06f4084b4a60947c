"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moved } from "@/components/channels/rule-order";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { coveredRules } from "@/lib/policy/judging/covered-rules";
import type { PartProps } from "./part-props";
import { ReturnlessRule } from "./returnless-rule";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";
import { nextKey, type RuleRow, ruleIn } from "./typed-terms";
import { useTermsWords } from "./use-terms-words";

/** S4-14, P-17: what the buyer keeps. The first rule that fits counts. */
export function ReturnlessSection({ typed, set, floor, marketplace, currency }: PartProps) {
  const t = useTranslations("terms.returnless");
  const { money } = useTermsWords(currency);
  const { rules } = typed;
  const covered = coveredRules(rules.map((row) => ruleIn(row, currency)));
  const change = (at: number, to: Partial<RuleRow>) =>
    set({ rules: rules.map((row, index) => (index === at ? { ...row, ...to } : row)) });
  const key = nextKey(rules);
  const add = () =>
    set({
      rules: [
        ...rules,
        {
          key,
          name: t("newName", { number: rules.length + 1 }),
          categories: "",
          reasons: [],
          min: "",
          max: "",
          resolution: "refund",
        },
      ],
    });
  const owed = floor?.noLocalAddressUpToMinor;
  return (
    <TermsSection name="returnless" title={t("title")} about={t("about")}>
      {rules.length > 0 && (
        <ol className="flex flex-col gap-3">
          {rules.map((row, index) => {
            const by = covered[index] ?? null;
            return (
              <ReturnlessRule
                key={row.key}
                row={row}
                index={index}
                count={rules.length}
                currency={currency}
                reasons={typed.causes.map(({ reason }) => reason)}
                coveredBy={by === null ? null : { place: by + 1, name: rules[by]?.name ?? "" }}
                onChange={(to) => change(index, to)}
                onMove={(way) => set({ rules: moved(rules, index, way) })}
                onRemove={() => set({ rules: rules.toSpliced(index, 1) })}
              />
            );
          })}
        </ol>
      )}
      <div>
        <Button size="sm" icon={<Plus aria-hidden size={15} />} onClick={add}>
          {t("add")}
        </Button>
      </div>
      <TermsField
        path="returnless.noLocalAddressUpToMinor"
        label={t("noLocal", { currency })}
        hint={[
          t("noLocalHint"),
          owed === undefined ? "" : t("noLocalFloor", { marketplace, amount: money(owed) }),
        ].join(" ")}
        className="max-w-md"
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          className="max-w-40"
          value={typed.noLocal}
          placeholder={t("never")}
          onChange={(event) => set({ noLocal: event.target.value })}
        />
      </TermsField>
    </TermsSection>
  );
}
