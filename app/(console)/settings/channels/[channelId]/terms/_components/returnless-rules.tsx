"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { moved } from "@/components/channels/rule-order";
import { Button } from "@/components/ui/button";
import { coveredRules } from "@/lib/policy/judging/covered-rules";
import { ruleIn, type TypedRule } from "@/lib/policy/terms/returnless-rows";
import { nextKey } from "@/lib/policy/terms/row-pairs";
import { ReturnlessRule } from "./returnless-rule";
import { type PartProps, reasonsIn } from "./typed-terms";

/** S4-14: what the buyer keeps. The first rule that fits counts. */
export function ReturnlessRules({ typed, set, currency }: PartProps) {
  const t = useTranslations("terms.returnless");
  const path = "returnless.rules";
  const rules = typed[path];
  const covered = coveredRules(rules.map((row) => ruleIn(row, { currency })));
  const change = (at: number, to: Partial<TypedRule>) =>
    set(
      path,
      rules.map((row, index) => (index === at ? { ...row, ...to } : row)),
    );
  const add = () =>
    set(path, [
      ...rules,
      {
        key: nextKey(rules),
        name: t("newName", { number: rules.length + 1 }),
        categories: "",
        reasons: [],
        min: "",
        max: "",
        resolution: "refund",
      },
    ]);
  return (
    <>
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
                reasons={reasonsIn(typed)}
                coveredBy={by === null ? null : { place: by + 1, name: rules[by]?.name ?? "" }}
                onChange={(to) => change(index, to)}
                onMove={(way) => set(path, moved(rules, index, way))}
                onRemove={() => set(path, rules.toSpliced(index, 1))}
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
    </>
  );
}
