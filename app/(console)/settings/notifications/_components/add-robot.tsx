"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import { isLocale } from "@/lib/kernel/locale";
import { ROBOT_KINDS, ROBOTS, type RobotKind } from "@/lib/policy/messages/robot-kinds";
import { addRobot } from "../actions";
import { RobotFields, type Told } from "./robot-fields";

/** Asks for a new robot: which chat, its address, what it tells. */
export function AddRobot({ onClose }: { onClose: () => void }) {
  const t = useTranslations("robots");
  const common = useTranslations("common");
  const locale = useLocale();
  const { run, isRunning } = useAction(addRobot);
  const [robotId] = useState(newId);
  const [kind, setKind] = useState<RobotKind>("wecom");
  const [url, setUrl] = useState("");
  const [secret, setSecret] = useState("");
  const [told, setTold] = useState<Told>({
    name: "",
    locale: isLocale(locale) ? locale : "en",
    events: ["team.requested", "team.overdue", "team.digest"],
  });
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    setRefusal(null);
    const own = ROBOTS[kind].canSign ? secret : "";
    const answer = await run({ robotId, kind, url, secret: own, ...told, events: [...told.events] });
    if (!answer.ok) return setRefusal(answer.refusal);
    notify({ title: t("form.added", { name: told.name.trim() }), tone: "success" });
    onClose();
  };
  const labels = {
    name: t("form.name"),
    url: t("form.url"),
    secret: t("form.secret"),
    locale: t("form.language"),
    events: t("form.events"),
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      title={t("form.addTitle")}
      onSubmit={(event) => void submit(event)}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("form.submit")}
          </Button>
        </>
      }
    >
      <RefusedForm refusal={refusal} labels={labels}>
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
          <NamedField name="url" hint={<span className="break-words">{t("form.urlHint", { kind })}</span>}>
            <Input
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          </NamedField>
          {ROBOTS[kind].canSign && (
            <NamedField name="secret" hint={t("form.secretHint", { kind })} isOptional>
              <Input
                autoComplete="off"
                spellCheck={false}
                value={secret}
                onChange={({ target }) => setSecret(target.value)}
              />
            </NamedField>
          )}
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
