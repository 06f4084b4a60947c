"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/use-action";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { useDecided } from "../../_dialogs/use-decided";
import { withdrawReturn } from "../../actions";

type WithdrawDialogProps = {
  returnId: string;
  number: string;
  /** Where the marketplace has to be told by hand; null where Homeward itself acts. */
  toldOn: Marketplace | null;
  undoSeconds: number;
  onClose: () => void;
};

/** P-27: a withdrawal that the buyer told the seller, recorded as said by the buyer. */
export function WithdrawDialog({ returnId, number, toldOn, undoSeconds, onClose }: WithdrawDialogProps) {
  const t = useTranslations("detail.withdraw");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const decided = useDecided();
  const { run, isRunning } = useAction(withdrawReturn);
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<string>();
  const submit = async () => {
    const answer = await run({ returnId, ...(note.trim() === "" ? {} : { note }) });
    if (!answer.ok) {
      setRefused(words(answer.refusal));
      return;
    }
    decided({
      returnId,
      eventId: answer.value.eventId,
      title: t("done", { number }),
      description: t("undoable"),
      name: number,
      undoSeconds,
    });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      size="sm"
      title={t("title")}
      description={t("body")}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("submit")}
          </Button>
        </>
      }
    >
      {toldOn && (
        <Banner tone="info" className="mb-3">
          {t("mirrored", { marketplace: toldOn })}
        </Banner>
      )}
      {refused && (
        <Banner tone="critical" role="alert" className="mb-3">
          {refused}
        </Banner>
      )}
      <Field label={t("note")} hint={t("noteHint")} isOptional>
        <Textarea rows={3} value={note} maxLength={NOTE_AT_MOST} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Dialog>
  );
}
