"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import type { MemberRow } from "@/lib/team/team";
import { deactivateMember } from "../actions";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

/** Says what ends at once and what stays, before it is done. */
export function DeactivateDialog({ member: { userId, name, openAssigned }, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team");
  return (
    <FormDialog
      action={deactivateMember}
      read={() => ok({ userId })}
      onDone={({ released }) => {
        onClose();
        notify({ title: t("deactivated", { name, released }), tone: "success" });
      }}
      isOpen={isOpen}
      onClose={onClose}
      size="sm"
      title={t("deactivateTitle", { name })}
      submit={t("deactivateNow")}
      isDangerous
    >
      <ul className="flex list-disc flex-col gap-1.5 ps-5">
        <li>{t("deactivateOut")}</li>
        <li>{t("deactivateReturns", { count: openAssigned })}</li>
        <li>{t("deactivateKept")}</li>
      </ul>
    </FormDialog>
  );
}
