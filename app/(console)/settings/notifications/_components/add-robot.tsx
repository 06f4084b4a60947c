"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { newId } from "@/lib/kernel/ids";
import { isLocale } from "@/lib/kernel/locale";
import { ok } from "@/lib/kernel/result";
import { ROBOT_KINDS, ROBOTS, type RobotKind } from "@/lib/policy/messages/robot-kinds";
import { addRobot } from "../actions";
import { RobotFields, type Told } from "./robot-fields";

/** Asks for a new robot: which chat, its address, what it tells. */
export function AddRobot({ onClose }: { onClose: () => void }) {
  const t = useTranslations("robots");
  const locale = useLocale();
  const [robotId] = useState(newId);
  const [kind, setKind] = useState<RobotKind>("wecom");
  const [url, setUrl] = useState("");
  const [secret, setSecret] = useState("");
  const [told, setTold] = useState<Told>({
    name: "",
    locale: isLocale(locale) ? locale : "en",
    events: ["team.requested", "team.overdue", "team.digest"],
  });
  const labels = {
    name: t("form.name"),
    url: t("form.url"),
    secret: t("form.secret"),
    locale: t("form.language"),
    events: t("form.events"),
  };
  return (
    <FormDialog
      action={addRobot}
      read={() => {
        const own = ROBOTS[kind].canSign ? secret : "";
        return ok({ robotId, kind, url, secret: own, ...told, events: [...told.events] });
      }}
      onDone={() => {
        notify({ title: t("form.added", { name: told.name.trim() }), tone: "success" });
        onClose();
      }}
      labels={labels}
      onClose={onClose}
      title={t("form.addTitle")}
      submit={t("form.submit")}
    >
      <div className="flex flex-col gap-4">
        <RadioGroup legend={t("form.kind")}>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {ROBOT_KINDS.map((one) => (
              <Radio
                key={one}
                name="robot-kind"
                label={t(`kind.${one}`)}
                checked={kind === one}
                onChange={() => setKind(one)}
              />
            ))}
          </div>
        </RadioGroup>
        <FormField name="url" hint={<span className="break-words">{t("form.urlHint", { kind })}</span>}>
          <Input
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        </FormField>
        {ROBOTS[kind].canSign && (
          <FormField name="secret" hint={t("form.secretHint", { kind })} isOptional>
            <Input
              autoComplete="off"
              spellCheck={false}
              value={secret}
              onChange={({ target }) => setSecret(target.value)}
            />
          </FormField>
        )}
        <RobotFields value={told} onChange={(change) => setTold((before) => ({ ...before, ...change }))} />
      </div>
    </FormDialog>
  );
}
