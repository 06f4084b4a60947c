"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import type { RobotRow } from "@/lib/messages/robots";
import { changeRobot } from "../actions";
import { RobotFields, type Told } from "./robot-fields";

/** Changes what a robot is called, speaks and tells; its address stays. */
export function EditRobot({ robot, onClose }: { robot: RobotRow; onClose: () => void }) {
  const t = useTranslations("robots.form");
  const { name, locale, events, isOn } = robot;
  const [told, setTold] = useState<Told>({ name, locale, events });
  return (
    <FormDialog
      action={changeRobot}
      read={() => ok({ robotId: robot.id, ...told, events: [...told.events], isOn })}
      onDone={() => {
        notify({ title: t("changed", { name: told.name.trim() }), tone: "success" });
        onClose();
      }}
      labels={{ name: t("name"), locale: t("language"), events: t("events") }}
      onClose={onClose}
      title={t("editTitle", { name })}
      description={t("keepsUrl")}
      submit={t("save")}
    >
      <div className="flex flex-col gap-4">
        <RobotFields value={told} onChange={(change) => setTold((before) => ({ ...before, ...change }))} />
      </div>
    </FormDialog>
  );
}
