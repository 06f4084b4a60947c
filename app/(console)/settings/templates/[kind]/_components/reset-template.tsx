"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { languageName } from "@/lib/kernel/buyer-languages";
import type { TemplateReset } from "@/lib/messages/template-form";
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
  const common = useTranslations("common");
  const reader = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { run, isRunning } = useAction(resetTemplate);
  const reset = async () => {
    const answer = await run(wanted);
    setOpen(false);
    if (!answer.ok) return onRefused(answer.refusal);
    onReset();
    notify({ title: t("resetDone"), tone: "success" });
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("reset")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => !isRunning && setOpen(false)}
        size="sm"
        title={t("resetTitle")}
        footer={
          <>
            <Button onClick={() => setOpen(false)} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            <Button variant="danger" onClick={() => void reset()} isLoading={isRunning}>
              {t("reset")}
            </Button>
          </>
        }
      >
        {t("resetBody", {
          language: languageName(wanted.locale, reader),
          fallback: isOwnFallback ? "own" : "default",
        })}
      </Dialog>
    </>
  );
}
