"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Variable } from "@/lib/policy/messages/fill-template";

type VariableChipsProps = { variables: readonly Variable[]; onInsert: (variable: Variable) => void };

/** What is filled in for each buyer, each put in at the cursor by one press. */
export function VariableChips({ variables, onInsert }: VariableChipsProps) {
  const t = useTranslations("templates");
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-small">
        {t("editor.variables")} <span className="font-normal text-subtle">– {t("editor.insert")}</span>
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {variables.map((variable) => (
          <Button
            key={variable}
            size="sm"
            icon={<Plus aria-hidden size={14} />}
            aria-label={t("editor.insertOne", { what: t(`variables.${variable}`) })}
            title={`{${variable}}`}
            onClick={() => onInsert(variable)}
          >
            {t(`variables.${variable}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
