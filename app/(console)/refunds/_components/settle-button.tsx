"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFieldWords, useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { settleRefund } from "../actions";

type SettleButtonProps = { refundId: string; number: string; currency: string; suggested: string };

/** Takes down that the seller has paid a promised refund elsewhere; the amount is theirs to type. */
export function SettleButton({ refundId, number, currency, suggested }: SettleButtonProps) {
  const t = useTranslations("refunds.settle");
  const common = useTranslations("common");
  const { run, isRunning } = useAction(settleRefund);
  const refusalText = useRefusalWords();
  const fieldText = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  const [amount, setAmount] = useState(suggested);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    setProblem(null);
    const answer = await run({ refundId, amount });
    if (!answer.ok) {
      const wrong = answer.refusal.fields?.amount?.[0];
      return setProblem(wrong ? fieldText(wrong) : refusalText(answer.refusal));
    }
    setOpen(false);
    notify({ title: t("done", { number }), tone: "success" });
  };
  return (
    <>
      <Button size="sm" aria-label={t("named", { number })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => !isRunning && setOpen(false)}
        size="sm"
        title={t("title", { number })}
        description={t("body")}
        onSubmit={(event) => void submit(event)}
        footer={
          <>
            <Button onClick={() => setOpen(false)} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            <Button type="submit" variant="primary" isLoading={isRunning}>
              {t("submit")}
            </Button>
          </>
        }
      >
        <Field label={t("amount", { currency })} {...(problem ? { error: problem } : {})}>
          <Input inputMode="decimal" value={amount} onChange={({ target }) => setAmount(target.value)} />
        </Field>
      </Dialog>
    </>
  );
}
