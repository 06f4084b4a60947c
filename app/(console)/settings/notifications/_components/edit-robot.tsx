"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { RobotRow } from "@/lib/messages/robots";
import { changeRobot } from "../actions";
import { RobotFields, type Told } from "./robot-fields";

/** Changes what a robot is called, speaks and tells; its address stays. */
export function EditRobot({ robot, onClose }: { robot: RobotRow; onClose: () => void }) {
  const t = useTranslations("robots.form");
  const common = useTranslations("common");
  const { run, isRunning } = useAction(changeRobot);
  const { name, locale, events, isOn } = robot;
  const [told, setTold] = useState<Told>({ name, locale, events });
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    setRefusal(null);
    const answer = await run({ robotId: robot.id, ...told, events: [...told.events], isOn });
    if (!answer.ok) return setRefusal(answer.refusal);
    notify({ title: t("changed", { name: told.name.trim() }), tone: "success" });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      title={t("editTitle", { name })}
      description={t("keepsUrl")}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("save")}
          </Button>
        </>
      }
    >
      <RefusedForm refusal={refusal} labels={{ name: t("name"), locale: t("language"), events: t("events") }}>
        <div className="flex flex-col gap-4">
          <RobotFields
            value={told}
            hasNoEvents={refusal?.fields?.events !== undefined}
            onChange={(change) => setTold((before) => ({ ...before, ...change }))}
          />
        </div>
      </RefusedForm>
    </Dialog>
  );
}
