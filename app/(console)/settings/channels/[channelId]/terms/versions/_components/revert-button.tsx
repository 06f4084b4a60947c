"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { startDraft } from "../../actions";

type RevertButtonProps = { channelId: string; version: number; draft: { revision: number; name: string } | null };

/** Begins a draft with the terms of this version; a draft that is open is replaced, and that is said. */
export function RevertButton({ channelId, version, draft }: RevertButtonProps) {
  const t = useTranslations("terms.versions");
  const router = useRouter();
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(startDraft);
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);

  const start = async () => {
    setRefusal(null);
    const answer = await run({ channelId, fromVersion: version, seen: draft?.revision ?? null });
    if (!answer.ok) {
      setRefusal(answer.refusal);
      // The next press is about the draft that stands now.
      if (answer.refusal.code === "changed_since") router.refresh();
      return;
    }
    notify({ title: t("reverted", { version }), tone: "success" });
    router.push(paths.channelTerms(channelId));
  };
  const words = refusal?.code === "changed_since" ? t("revertChanged") : refusal && refusalText(refusal);
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {t("revert", { version })}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("revertTitle", { version })}
        size="sm"
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button variant="primary" isLoading={isRunning} onClick={() => void start()}>
              {t("revertStart")}
            </Button>
          </>
        }
      >
        {words && (
          <Banner tone="warning" role="alert" className="mb-3">
            {words}
          </Banner>
        )}
        <p>{t("revertBody")}</p>
        {draft && <p className="mt-2">{t("revertOver", { name: draft.name })}</p>}
      </Dialog>
    </>
  );
}
