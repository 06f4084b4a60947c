"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import type { Marketplace } from "@/components/returns/marketplace";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ok } from "@/lib/kernel/result";
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
  const decided = useDecided();
  const [note, setNote] = useState("");
  return (
    <FormDialog
      action={withdrawReturn}
      read={() => ok({ returnId, ...(note.trim() === "" ? {} : { note }) })}
      onDone={({ eventId }) => {
        const [title, description] = [t("done", { number }), t("undoable")];
        decided({ returnId, eventId, title, description, name: number, undoSeconds });
        onClose();
      }}
      onClose={onClose}
      size="sm"
      title={t("title")}
      description={t("body")}
      submit={t("submit")}
    >
      {toldOn && (
        <Banner tone="info" className="mb-3">
          {t("mirrored", { marketplace: toldOn })}
        </Banner>
      )}
      <Field label={t("note")} hint={t("noteHint")} isOptional>
        <Textarea rows={3} value={note} maxLength={NOTE_AT_MOST} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
