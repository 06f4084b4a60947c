"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { namesIn } from "@/lib/policy/terms/kinds";
import type { TermRow } from "@/lib/policy/terms/rows";
import { DaysInput } from "./days-input";
import { ReasonChecks } from "./reason-checks";
import { TermsField } from "./terms-field";
import { type PartProps, reasonsIn } from "./typed-terms";
import { useRowWords } from "./use-row-words";
import { useTermsWords } from "./use-terms-words";

type FieldProps<Widget> = PartProps & { row: Extract<TermRow, { widget: Widget; section: string }> };

export function NumberField({ row, typed, set, currency }: FieldProps<"number">) {
  const { labelOf, hintOf } = useRowWords();
  return (
    <TermsField path={row.path} label={labelOf(row, currency)} hint={hintOf(row)}>
      <DaysInput value={typed[row.path]} unit={row.unit} onChange={(text) => set(row.path, text)} />
    </TermsField>
  );
}

export function AmountField({ row, typed, set, floor, marketplace, currency }: FieldProps<"amount">) {
  const t = useTranslations("terms.rows");
  const { labelOf, hintOf, floorOf } = useRowWords();
  const { money } = useTermsWords(currency);
  return (
    <TermsField
      path={row.path}
      label={labelOf(row, currency)}
      hint={[hintOf(row), ...floorOf(row, floor, { marketplace, say: money })].join(" ")}
      className="max-w-md"
    >
      <Input
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40"
        value={typed[row.path]}
        placeholder={t(`${row.what}.empty`)}
        onChange={(event) => set(row.path, event.target.value)}
      />
    </TermsField>
  );
}

export function LinesField({ row, typed, set, currency }: FieldProps<"lines">) {
  const t = useTranslations("terms");
  const { labelOf } = useRowWords();
  return (
    <TermsField
      path={row.path}
      within={`${row.path}.`}
      label={labelOf(row, currency)}
      hint={t("namesHint", { count: namesIn(typed[row.path]).length })}
    >
      <Textarea
        rows={4}
        spellCheck={false}
        value={typed[row.path]}
        onChange={(event) => set(row.path, event.target.value)}
      />
    </TermsField>
  );
}

export function ReasonsField({ row, typed, set, currency }: FieldProps<"reasons">) {
  const t = useTranslations("terms");
  const { labelOf } = useRowWords();
  const chosen = typed[row.path];
  return (
    <ReasonChecks
      legend={labelOf(row, currency)}
      summary={t("someReasons", { count: chosen.length })}
      reasons={reasonsIn(typed)}
      chosen={chosen}
      onChange={(to) => set(row.path, to)}
    />
  );
}
