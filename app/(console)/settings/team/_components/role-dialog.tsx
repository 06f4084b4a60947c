"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { RoleSentences } from "@/components/team/role-sentences";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { notify } from "@/components/ui/notify";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useAction } from "@/components/use-action";
import { ROLES } from "@/lib/policy/permissions";
import type { MemberRow } from "@/lib/team/team";
import { changeRole } from "../actions";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

/** Another role for a member, with what it brings, and that they have to sign in again. */
export function RoleDialog({ member: { userId, name, role }, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(changeRole);
  const [chosen, setChosen] = useState(role);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setProblem(null);
    const answer = await run({ userId, role: chosen });
    if (!answer.ok) return setProblem(words(answer.refusal));
    onClose();
    notify({ title: t("roleChanged", { name, role: roles(chosen) }), tone: "success" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    if (chosen === role) onClose();
    else void save();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => !isRunning && onClose()}
      title={t("roleTitle", { name })}
      description={t("roleBody")}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("saveRole")}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={problem ? [{ message: problem }] : []} />
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
    </Dialog>
  );
}
