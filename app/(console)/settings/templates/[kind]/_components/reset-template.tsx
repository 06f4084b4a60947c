"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { languageName } from "@/lib/kernel/buyer-languages";
import { ok } from "@/lib/kernel/result";
import type { TemplateReset } from "@/lib/messages/template-input";
import { resetTemplate } from "../../../actions";

type ResetTemplateProps = {
  wanted: TemplateReset;
  /** What is sent afterwards is the seller's own text for whatever reason. */
  isOwnFallback: boolean;
  onReset: () => void;
  onRefused: (refusal: ActionRefusal) => void;
};

/** Gives the seller's own text up, once they have said so twice. */
export function ResetTemplate({ wanted, isOwnFallback, onReset, onRefused }: ResetTemplateProps) {
  const t = useTranslations("templates.editor");
  const reader = useLocale();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("reset")}
      </Button>
      <FormDialog
        action={resetTemplate}
        read={() => ok(wanted)}
        onDone={() => {
          setOpen(false);
          onReset();
          notify({ title: t("resetDone"), tone: "success" });
        }}
        onRefused={(refusal) => {
          setOpen(false);
          onRefused(refusal);
          return true;
        }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="sm"
        title={t("resetTitle")}
        submit={t("reset")}
        isDangerous
      >
        {t("resetBody", {
          language: languageName(wanted.locale, reader),
          fallback: isOwnFallback ? "own" : "default",
        })}
      </FormDialog>
    </>
  );
}
