"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { ok } from "@/lib/kernel/result";
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
  const answered = useAnswered();
  const [deliveredOn, setDeliveredOn] = useState("");
  const count = returns.length;
  return (
    <FormDialog
      action={tellForwarderAnswer}
      read={() => ok({ returnIds: returns.map(({ id }) => id), answer, deliveredOn: deliveredOn || null })}
      onDone={(value) => {
        onClose(true);
        answered(answer, value);
      }}
      labels={{ deliveredOn: t("deliveredOn") }}
      size="sm"
      onClose={() => onClose(false)}
      title={t(`${answer}.title`, { count })}
      running={t("running")}
      submit={t(`${answer}.submit`, { count })}
    >
      <p className="identifier mb-2 break-all font-semibold">
        {returns
          .slice(0, 5)
          .map(({ orderNumber }) => orderNumber)
          .join(", ")}
        {count > 5 && ` ${t("more", { count: count - 5 })}`}
      </p>
      <p>{t(`${answer}.body`, { count })}</p>
      {answer === "delivered" && (
        <FormField name="deliveredOn" hint={t("deliveredHint")} isOptional className="mt-4 max-w-56">
          <Input type="date" value={deliveredOn} onChange={(event) => setDeliveredOn(event.target.value)} />
        </FormField>
      )}
    </FormDialog>
  );
}
