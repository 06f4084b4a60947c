"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldWords, useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { tellForwarderAnswer } from "./actions";
import { useAnswered } from "./use-answered";

type AnswerDialogProps = {
  answer: ForwarderAnswer;
  /** The returns that the answer is about, and the orders as they are called. */
  returns: readonly { id: string; orderNumber: string }[];
  onClose: (isDone: boolean) => void;
};

/** Says once more what an answer brings before it is given: a refund, a message to write, a fact. */
export function AnswerDialog({ answer, returns, onClose }: AnswerDialogProps) {
  const t = useTranslations("forwarder.dialog");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const fieldText = useFieldWords();
  const { run, isRunning } = useAction(tellForwarderAnswer);
  const answered = useAnswered();
  const [deliveredOn, setDeliveredOn] = useState("");
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const count = returns.length;
  const send = async () => {
    if (isRunning) return;
    setRefusal(null);
    const told = await run({ returnIds: returns.map(({ id }) => id), answer, deliveredOn: deliveredOn || null });
    if (!told.ok) return setRefusal(told.refusal);
    onClose(true);
    answered(answer, told.value);
  };
  const wrongDay = refusal?.fields?.deliveredOn?.[0];
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => !isRunning && onClose(false)}
      title={t(`${answer}.title`, { count })}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      status={isRunning ? t("running") : undefined}
      footer={
        <>
          <Button onClick={() => onClose(false)} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t(`${answer}.submit`, { count })}
          </Button>
        </>
      }
    >
      {refusal && !wrongDay && (
        <Banner tone="critical" role="alert" className="mb-4">
          {words(refusal)}
        </Banner>
      )}
      <p className="identifier mb-2 break-all font-semibold">
        {returns
          .slice(0, 5)
          .map(({ orderNumber }) => orderNumber)
          .join(", ")}
        {count > 5 && ` ${t("more", { count: count - 5 })}`}
      </p>
      <p>{t(`${answer}.body`, { count })}</p>
      {answer === "delivered" && (
        <Field
          label={t("deliveredOn")}
          hint={t("deliveredHint")}
          error={wrongDay && fieldText(wrongDay)}
          isOptional
          className="mt-4 max-w-56"
        >
          <Input type="date" value={deliveredOn} onChange={(event) => setDeliveredOn(event.target.value)} />
        </Field>
      )}
    </Dialog>
  );
}
