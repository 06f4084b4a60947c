"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormField } from "@/components/form/form-problems";
import { useFieldWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { rmaFor, rmaFormatProblem } from "@/lib/policy/machines/return/rma";
import type { SectionProps } from "./section-props";

const TOKENS = ["{number}", "{number:8}", "{yyyy}", "{yy}", "{mm}", "{dd}", "{check}"] as const;
const WORDS = {
  "{number}": "number",
  "{number:8}": "padded",
  "{yyyy}": "year",
  "{yy}": "shortYear",
  "{mm}": "month",
  "{dd}": "day",
  "{check}": "check",
} as const satisfies Record<(typeof TOKENS)[number], string>;

const SAMPLE = { number: 10482, requestedOn: "2026-03-09" };

/** S1-07: what RMA numbers are made of, with a number as it would be, and whose number comes first. */
export function RmaFields({ draft, set }: SectionProps) {
  const t = useTranslations("settings.rma");
  const fieldText = useFieldWords();
  const input = useRef<HTMLInputElement>(null);
  const { format, isOwn } = draft.rma;
  const problem = rmaFormatProblem(format.trim());
  const change = (next: string) => set({ rma: { format: next, isOwn } });
  const insert = (token: string) => {
    const at = input.current?.selectionStart ?? format.length;
    const end = input.current?.selectionEnd ?? at;
    change(format.slice(0, at) + token + format.slice(end));
    input.current?.focus();
  };
  return (
    <div className="flex flex-col gap-3">
      <FormField name="operation.rma.format" hint={t("hint")}>
        <Input
          ref={input}
          value={format}
          spellCheck={false}
          autoComplete="off"
          className="identifier"
          onChange={(event) => change(event.target.value)}
        />
      </FormField>
      <fieldset>
        <legend className="mb-1.5 font-medium text-small">{t("tokens")}</legend>
        <div className="flex flex-wrap gap-2">
          {TOKENS.map((token) => (
            <Button key={token} size="sm" onClick={() => insert(token)} aria-label={t("insert", { token })}>
              <span className="identifier">{token}</span>
              <span className="text-subtle">{t(`words.${WORDS[token]}`)}</span>
            </Button>
          ))}
        </div>
      </fieldset>
      <p role="status" className={problem === null ? "text-small" : "text-danger text-small"}>
        {problem === null
          ? t.rich("sample", {
              number: `R-${SAMPLE.number}`,
              rma: () => <span className="identifier font-semibold">{rmaFor(SAMPLE, format.trim())}</span>,
            })
          : fieldText(problem)}
      </p>
      <Checkbox
        label={t("isOwn")}
        hint={t("isOwnHint")}
        checked={isOwn}
        onChange={({ target }) => set({ rma: { format, isOwn: target.checked } })}
      />
    </div>
  );
}
