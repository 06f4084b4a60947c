"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { retireRobot } from "../actions";

/** Gives a robot up, once they have said so twice. */
export function RetireRobot({ robotId, name, onClose }: { robotId: string; name: string; onClose: () => void }) {
  const t = useTranslations("robots");
  return (
    <FormDialog
      action={retireRobot}
      read={() => ok({ robotId })}
      onDone={() => {
        onClose();
        notify({ title: t("retired", { name }), tone: "success" });
      }}
      onClose={onClose}
      size="sm"
      title={t("retireTitle", { name })}
      submit={t("retireSubmit")}
      isDangerous
    >
      {t("retireBody")}
    </FormDialog>
  );
}
