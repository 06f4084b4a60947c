"use client";

import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { pauseAutomation } from "./actions";
import type { Paused } from "./read-pause";
import { ResumeButton } from "./resume-button";

type PauseCardProps = { pause: Paused | null; isReadOnly: boolean; className?: string };

/** The switch that stops all automation of the seller at once, and what it does and does not stop. */
export function PauseCard({ pause, isReadOnly, className }: PauseCardProps) {
  const t = useTranslations("automation.pause");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(pauseAutomation);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const stop = async () => {
    setRefusal(null);
    const answer = await run({});
    if (!answer.ok && answer.refusal.code !== "already_paused") return setRefusal(answer.refusal);
    notify({ title: t("paused"), tone: "success" });
  };
  return (
    <Card title={t("title")} {...(className && { className })}>
      {refusal && (
        <Banner tone="critical" role="alert" className="mb-3">
          {refusalText(refusal)}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">
            {pause
              ? t.rich("isPaused", {
                  hasName: String(pause.by !== null),
                  name: pause.by ?? "",
                  when: () => <Time at={pause.at} style="ago" />,
                })
              : t("isOn")}
          </p>
          <p className="text-muted text-small">{t("body")}</p>
        </div>
        {!isReadOnly &&
          (pause ? (
            <ResumeButton pause={pause} />
          ) : (
            <Button icon={<Pause aria-hidden size={15} />} isLoading={isRunning} onClick={() => void stop()}>
              {t("pause")}
            </Button>
          ))}
      </div>
    </Card>
  );
}
