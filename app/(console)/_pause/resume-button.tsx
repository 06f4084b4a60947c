"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { resumeAutomation } from "./actions";
import type { Paused } from "./read-pause";

/** *Resume*: says first what happens to the requests that came in meanwhile. */
export function ResumeButton({ pause, size }: { pause: Paused; size?: NonNullable<ButtonProps["size"]> }) {
  const t = useTranslations("automation.pause");
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(resumeAutomation);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const resume = async () => {
    setRefusal(null);
    const answer = await run({});
    // Whoever was faster did what was wanted.
    if (!answer.ok && answer.refusal.code !== "not_paused") return setRefusal(answer.refusal);
    setOpen(false);
    notify({ title: t("resumed"), tone: "success" });
  };
  return (
    <>
      <Button {...(size && { size })} icon={<Play aria-hidden size={15} />} onClick={() => setOpen(true)}>
        {t("resume")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => !isRunning && setOpen(false)}
        title={t("resumeTitle")}
        size="sm"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) void resume();
        }}
        footer={
          <>
            <Button onClick={() => setOpen(false)} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            <Button type="submit" variant="primary" isLoading={isRunning}>
              {t("resumeNow")}
            </Button>
          </>
        }
      >
        {refusal && (
          <Banner tone="critical" role="alert" className="mb-3">
            {refusalText(refusal)}
          </Banner>
        )}
        <p className="mb-2 font-medium">{t("waiting", { count: pause.waiting, isMore: String(pause.isMore) })}</p>
        <p className="text-muted">{t("resumeBody")}</p>
      </Dialog>
    </>
  );
}
