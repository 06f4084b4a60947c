"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormCounted, FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok } from "@/lib/kernel/result";
import { WHY_AT_MOST } from "@/lib/policy/limits";
import { toldChanges } from "@/lib/policy/terms/rows";
import type { Terms } from "@/lib/policy/terms/terms";
import { inForce, type TermsVersion } from "@/lib/policy/terms/versions";
import { publishTerms } from "../actions";
import { TermsChanges } from "./terms-changes";
import type { TermsChannel } from "./typed-terms";
import { useTermsWords } from "./use-terms-words";

type PublishDialogProps = {
  channel: TermsChannel;
  versions: TermsVersion[];
  revision: number;
  terms: Terms;
  onClose: () => void;
  /** Something the form has to show: somebody else was faster, or a value is below the floor. */
  onRefused: (refusal: ActionRefusal) => void;
  /** With the terms that are in force from now on. */
  onPublished: (terms: Terms) => void;
};

/** From when, why, and what changes for whom; the last look before terms bind. */
export function PublishDialog(props: PublishDialogProps) {
  const { channel, versions, revision, terms, onClose, onRefused, onPublished } = props;
  const t = useTranslations("terms.publish");
  const { day } = useTermsWords(channel.currency);
  const [effectiveFrom, setEffectiveFrom] = useState(channel.today);
  const [note, setNote] = useState("");
  const before = inForce(versions, effectiveFrom || channel.today);
  const planned = versions.filter((version) => version.effectiveFrom > (effectiveFrom || channel.today));

  const labels = { effectiveFrom: t("from"), note: t("why") };
  const wordsOf = (name: string) =>
    name === "note"
      ? t("whyError")
      : name === "effectiveFrom"
        ? t("dayError", { today: day(channel.today) })
        : undefined;
  return (
    <FormDialog
      action={publishTerms}
      read={() => ok({ channelId: channel.id, seen: revision, effectiveFrom, note })}
      onDone={({ version }) => {
        notify({ title: t("done", { version, day: day(effectiveFrom) }), tone: "success" });
        onPublished(effectiveFrom === channel.today ? terms : inForce(versions, channel.today).terms);
      }}
      onRefused={(refusal) => {
        if (refusal.code === "invalid" || refusal.code === "nothing_changed") return false;
        onRefused(refusal);
        return true;
      }}
      labels={labels}
      wordsOf={wordsOf}
      onClose={onClose}
      title={t("title")}
      size="lg"
      cancel={t("cancel")}
      submit={t("submit")}
    >
      <div className="flex flex-col gap-4">
        <FormField name="effectiveFrom" hint={t("fromHint")} isRequired>
          <Input
            type="date"
            className="max-w-44"
            min={channel.today}
            value={effectiveFrom}
            onChange={(event) => setEffectiveFrom(event.target.value)}
          />
        </FormField>
        <FormCounted
          name="note"
          rows={2}
          hint={t("whyHint")}
          limit={WHY_AT_MOST}
          count={note.length}
          isRequired
          onChange={(event) => setNote(event.target.value)}
        />
        <section>
          <h3 className="mb-1 heading">{t("changes", { version: before.version })}</h3>
          <TermsChanges changes={toldChanges(before.terms, terms)} currency={channel.currency} />
        </section>
        <p className="rounded-control bg-sunken px-3 py-2">{t("bound", { day: day(effectiveFrom) })}</p>
        {planned.map((version) => (
          <p key={version.version} className="text-muted text-small">
            {t("planned", { version: version.version, day: day(version.effectiveFrom) })}
          </p>
        ))}
      </div>
    </FormDialog>
  );
}
