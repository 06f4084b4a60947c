"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type VisitDialogProps = {
  /** Null: nothing is asked. */
  seller: { name: string } | null;
  problem: string | null;
  isEntering: boolean;
  onEnter: (reason: string) => void;
  onClose: () => void;
};

/** Asks platform support why it enters a shop. */
export function VisitDialog({ seller, problem, isEntering, onEnter, onClose }: VisitDialogProps) {
  const t = useTranslations("account.visit");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (!isEntering && reason.trim() !== "") onEnter(reason);
  };
  return (
    <Dialog
      isOpen={seller !== null}
      onClose={onClose}
      title={t("title", { name: seller?.name ?? "" })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" isLoading={isEntering}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} onKeyDown={guardIme}>
        <ErrorSummary errors={problem ? [{ message: problem }] : []} />
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          error={isMissing ? words({ code: "reason_needed" }) : undefined}
          isRequired
        >
          <Textarea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            dir="auto"
          />
        </Field>
      </form>
    </Dialog>
  );
}
