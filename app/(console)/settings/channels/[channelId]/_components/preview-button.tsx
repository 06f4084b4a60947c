"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { lazily } from "@/components/ui/lazily";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { Operation, Terms } from "@/lib/policy/terms/terms";
import { startPreview } from "../preview/actions";
import { usePreview } from "./use-preview";

const ImpactSummary = lazily(() => import("./impact-summary").then((module) => module.ImpactSummary));

type PreviewButtonProps = {
  channelId: string;
  /** What is tried out; left out, it stays as it is today. */
  terms?: Terms;
  operation?: Operation;
  isDisabled?: boolean;
};

/** Judges the last 90 days by what is being written, and shows what would have been different. Nothing is changed. */
export function PreviewButton({ channelId, terms, operation, isDisabled }: PreviewButtonProps) {
  const t = useTranslations("preview");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(startPreview);
  const [isOpen, setIsOpen] = useState(false);
  const [started, setStarted] = useState<{ id: string } | { refusal: ActionRefusal } | null>(null);
  const previewId = started && "id" in started ? started.id : null;
  const { data, isError, refetch } = usePreview(previewId);

  const open = async () => {
    setStarted(null);
    setIsOpen(true);
    const answer = await run({ channelId, ...(terms ? { terms } : {}), ...(operation ? { operation } : {}) });
    setStarted(answer.ok ? { id: answer.value.previewId } : { refusal: answer.refusal });
  };
  const status = data?.state === "done" ? t("doneStatus") : isOpen ? t("running") : undefined;
  return (
    <>
      <Button
        icon={<FlaskConical aria-hidden size={16} />}
        isDisabled={isDisabled ?? false}
        onClick={() => void open()}
      >
        {t("button")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        description={t("description")}
        size="lg"
        status={status}
        footer={
          <>
            {previewId && data?.state === "done" && (
              <LinkButton href={paths.policyPreview(channelId, previewId)} target="_blank">
                {t("openList")}
              </LinkButton>
            )}
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              {t("close")}
            </Button>
          </>
        }
      >
        {started && "refusal" in started && <Banner tone="critical">{refusalText(started.refusal)}</Banner>}
        {isError && (
          <Banner tone="warning" actions={<Button onClick={() => void refetch()}>{t("again")}</Button>}>
            {t("lost")}
          </Banner>
        )}
        {data ? <ImpactSummary preview={data} /> : (isRunning || previewId !== null) && <Spinner />}
      </Dialog>
    </>
  );
}
