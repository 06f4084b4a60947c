"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { toldChanges } from "@/lib/policy/terms/rows";
import type { Terms } from "@/lib/policy/terms/terms";
import { inForce, type TermsVersion } from "@/lib/policy/terms/versions";
import { WHY_AT_MOST } from "@/lib/terms/limits";
import { publishTerms } from "../actions";
import type { TermsChannel } from "./part-props";
import { TermsChanges } from "./terms-changes";
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
  const { run, isRunning } = useAction(publishTerms);
  const [effectiveFrom, setEffectiveFrom] = useState(channel.today);
  const [note, setNote] = useState("");
  const [fields, setFields] = useState<Record<string, string[]>>({});
  const words = useRefusalWords();
  const [same, setSame] = useState<ActionRefusal | null>(null);
  const before = inForce(versions, effectiveFrom || channel.today);
  const planned = versions.filter((version) => version.effectiveFrom > (effectiveFrom || channel.today));

  const publish = async () => {
    setFields({});
    setSame(null);
    const answer = await run({ channelId: channel.id, seen: revision, effectiveFrom, note });
    if (answer.ok) {
      const { version } = answer.value;
      notify({ title: t("done", { version, day: day(effectiveFrom) }), tone: "success" });
      return onPublished(effectiveFrom === channel.today ? terms : inForce(versions, channel.today).terms);
    }
    const { refusal } = answer;
    if (refusal.code === "invalid") return setFields(refusal.fields ?? {});
    if (refusal.code === "nothing_changed") return setSame(refusal);
    onRefused(refusal);
  };
  const dayError = fields.effectiveFrom && t("dayError", { today: day(channel.today) });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      size="lg"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" isLoading={isRunning}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={same ? [{ message: words(same) }] : []} />
      <div className="flex flex-col gap-4">
        <Field label={t("from")} hint={t("fromHint")} error={dayError || undefined} isRequired>
          <Input
            type="date"
            className="max-w-44"
            min={channel.today}
            value={effectiveFrom}
            onChange={(event) => setEffectiveFrom(event.target.value)}
          />
        </Field>
        <CountedTextarea
          rows={2}
          label={t("why")}
          hint={t("whyHint")}
          error={fields.note ? t("whyError") : undefined}
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
    </Dialog>
  );
}
