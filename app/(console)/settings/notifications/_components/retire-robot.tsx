"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { retireRobot } from "../actions";

/** Gives a robot up, once they have said so twice. */
export function RetireRobot({ robotId, name, onClose }: { robotId: string; name: string; onClose: () => void }) {
  const t = useTranslations("robots");
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(retireRobot);
  const retire = async () => {
    const answer = await run({ robotId });
    onClose();
    if (!answer.ok) return notify({ title: refusalText(answer.refusal), tone: "critical" });
    notify({ title: t("retired", { name }), tone: "success" });
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      size="sm"
      title={t("retireTitle", { name })}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button variant="danger" onClick={() => void retire()} isLoading={isRunning}>
            {t("retireSubmit")}
          </Button>
        </>
      }
    >
      {t("retireBody")}
    </Dialog>
  );
}
