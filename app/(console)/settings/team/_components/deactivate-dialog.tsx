"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { MemberRow } from "@/lib/team/team";
import { deactivateMember } from "../actions";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

/** Says what ends at once and what stays, before it is done. */
export function DeactivateDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const { userId, name, openAssigned } = member;
  const t = useTranslations("team");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(deactivateMember);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    if (isRunning) return;
    setProblem(null);
    onClose();
  };
  const deactivate = async () => {
    setProblem(null);
    const answer = await run({ userId });
    if (!answer.ok) return setProblem(words(answer.refusal));
    const { released } = answer.value;
    onClose();
    notify({ title: t("deactivated", { name, released }), tone: "success" });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="sm"
      title={t("deactivateTitle", { name })}
      footer={
        <>
          <Button onClick={close} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button variant="danger" isLoading={isRunning} onClick={() => void deactivate()}>
            {t("deactivateNow")}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={problem ? [{ message: problem }] : []} />
      <ul className="flex list-disc flex-col gap-1.5 ps-5">
        <li>{t("deactivateOut")}</li>
        <li>{t("deactivateReturns", { count: openAssigned })}</li>
        <li>{t("deactivateKept")}</li>
      </ul>
    </Dialog>
  );
}
