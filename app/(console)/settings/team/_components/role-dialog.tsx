"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { RoleSentences } from "@/components/team/role-sentences";
import { notify } from "@/components/ui/notify";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { ok } from "@/lib/kernel/result";
import { ROLES } from "@/lib/policy/permissions";
import type { MemberRow } from "@/lib/team/team";
import { changeRole } from "../actions";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

/** Another role for a member, with what it brings, and that they have to sign in again. */
export function RoleDialog({ member: { userId, name, role }, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const [chosen, setChosen] = useState(role);
  return (
    <FormDialog
      action={changeRole}
      read={() => ok({ userId, role: chosen })}
      onDone={() => {
        onClose();
        if (chosen !== role) notify({ title: t("roleChanged", { name, role: roles(chosen) }), tone: "success" });
      }}
      isOpen={isOpen}
      onClose={onClose}
      title={t("roleTitle", { name })}
      description={t("roleBody")}
      submit={t("saveRole")}
    >
      <div className="grid gap-5 md:grid-cols-[10rem_minmax(0,1fr)]">
        <RadioGroup legend={t("role")}>
          {ROLES.map((one) => (
            <Radio
              key={one}
              name={`role-${userId}`}
              value={one}
              label={roles(one)}
              checked={one === chosen}
              onChange={() => setChosen(one)}
            />
          ))}
        </RadioGroup>
        <section>
          <h3 className="mb-1.5 font-medium text-small">{t("mayDo", { role: roles(chosen) })}</h3>
          <RoleSentences role={chosen} />
        </section>
      </div>
    </FormDialog>
  );
}
