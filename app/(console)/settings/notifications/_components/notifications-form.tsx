"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblems } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { DigestTime } from "@/lib/messages/save-notifications";
import { saveNotifications } from "../actions";
import { clockOf, DigestFields } from "./digest-fields";
import { OwnEvents } from "./own-events";
import { TeamMatrix } from "./team-matrix";
import { type Member, useChoices } from "./use-choices";

type NotificationsFormProps = {
  email: string;
  /** Null for platform support, who belong to no seller. */
  own: Member | null;
  /** Null: this person may not choose for others. */
  colleagues: readonly Member[] | null;
  digest: DigestTime;
  zones: readonly string[] | null;
  hasMailServer: boolean;
};

const isSame = (a: DigestTime, b: DigestTime) => a.hour === b.hour && a.zone === b.zone;

/** Mails of oneself and of the team, and the time of the digest; saved together, or not at all. */
export function NotificationsForm({ email, own, colleagues, digest, zones, hasMailServer }: NotificationsFormProps) {
  const t = useTranslations("notifications");
  const { run, isRunning } = useAction(saveNotifications);
  const choices = useChoices([...(own ? [own] : []), ...(colleagues ?? [])]);
  // What the page began with: a refresh in the meantime must not pass for having been looked at.
  const [seen, setSeen] = useState(digest);
  const [time, setTime] = useState(digest);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const begin = (at: DigestTime) => {
    setSeen(at);
    setTime(at);
    setRefusal(null);
  };
  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    const answer = await run({ choices: choices.list, digest: isSame(seen, time) ? null : { seen, to: time } });
    if (!answer.ok) return setRefusal(answer.refusal);
    choices.clear();
    begin(time);
    notify({ title: t("save.done"), tone: "success" });
  };
  const current = refusal?.code === "changed_since" ? (refusal.current as DigestTime) : null;
  const labels = { "digest.to.hour": t("digest.hour"), "digest.to.zone": t("digest.zone") };
  return (
    <FormProblems refusal={current ? null : refusal} labels={labels}>
      {current && (
        <Banner
          tone="warning"
          role="alert"
          title={t("digest.changed")}
          actions={
            <Button size="sm" onClick={() => begin(current)}>
              {t("digest.load")}
            </Button>
          }
        >
          {t("digest.changedBody", { hour: clockOf(current.hour), zone: current.zone })}
        </Banner>
      )}
      <div className="flex flex-col gap-4">
        <Card title={t("own.title")}>
          {own ? (
            <>
              <p className="mb-3 text-muted">
                {t("own.body", { email })} {!hasMailServer && t("own.noServer")}
              </p>
              <OwnEvents own={own} choices={choices} />
            </>
          ) : (
            <p className="text-muted">{t("own.notMember")}</p>
          )}
        </Card>
        {colleagues && (
          <Card title={t("team.title")} isFlush>
            <p className="px-4 py-3 text-muted">{colleagues.length > 0 ? t("team.body") : t("team.alone")}</p>
            {colleagues.length > 0 && (
              <div className="border-line border-t">
                <TeamMatrix members={colleagues} choices={choices} />
              </div>
            )}
          </Card>
        )}
        <Card title={t("digest.title")}>
          <DigestFields
            value={zones ? time : digest}
            zones={zones}
            onChange={(change) => setTime((before) => ({ ...before, ...change }))}
          />
        </Card>
      </div>
      <SaveBar
        isDirty={choices.list.length > 0 || !isSame(seen, time)}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={() => {
          choices.clear();
          begin(seen);
        }}
        leaveQuestion={t("save.leave")}
      />
    </FormProblems>
  );
}
