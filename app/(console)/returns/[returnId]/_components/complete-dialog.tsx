"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ok } from "@/lib/kernel/result";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { COMPLETION_REASONS, needsNote } from "@/lib/policy/machines/return/completion-reasons";
import { useDecided } from "../../_dialogs/use-decided";
import { completeReturn } from "../../actions";

type CompleteDialogProps = { returnId: string; number: string; undoSeconds: number; onClose: () => void };

/** Ends a return of which nothing more is refunded, with the reason. */
export function CompleteDialog({ returnId, number, undoSeconds, onClose }: CompleteDialogProps) {
  const t = useTranslations("complete");
  const decided = useDecided();
  const [picked, setPicked] = useState("");
  const [note, setNote] = useState("");
  const why = COMPLETION_REASONS.find((reason) => reason === picked) ?? null;
  return (
    <FormDialog
      action={completeReturn}
      // Nothing chosen is refused by the act itself.
      read={() => ok({ returnId, why: picked as (typeof COMPLETION_REASONS)[number], note })}
      onDone={({ eventId }) => {
        decided({
          returnId,
          eventId,
          title: t("done", { number }),
          description: t("undoable"),
          name: number,
          undoSeconds,
        });
        onClose();
      }}
      labels={{ why: t("why"), note: t("note") }}
      onClose={onClose}
      size="sm"
      title={t("title")}
      description={t("body")}
      submit={t("submit")}
    >
      <div className="flex flex-col gap-3">
        <FormField name="why">
          <Select value={picked} onChange={({ target }) => setPicked(target.value)}>
            <option value="" disabled>
              {t("choose")}
            </option>
            {COMPLETION_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`reasons.${reason}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="note" isOptional={!needsNote(why)}>
          <Textarea rows={3} value={note} maxLength={NOTE_AT_MOST} onChange={({ target }) => setNote(target.value)} />
        </FormField>
      </div>
    </FormDialog>
  );
}
