"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { settleRefund } from "../actions";

type SettleButtonProps = { refundId: string; number: string; currency: string; suggested: string };

/** Takes down that the seller has paid a promised refund elsewhere; the amount is theirs to type. */
export function SettleButton({ refundId, number, currency, suggested }: SettleButtonProps) {
  const t = useTranslations("refunds.settle");
  const [isOpen, setOpen] = useState(false);
  const [amount, setAmount] = useState(suggested);
  return (
    <>
      <Button size="sm" aria-label={t("named", { number })} className="whitespace-nowrap" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <FormDialog
        action={settleRefund}
        read={() => ok({ refundId, amount })}
        onDone={() => {
          setOpen(false);
          notify({ title: t("done", { number }), tone: "success" });
        }}
        labels={{ amount: t("amount", { currency }) }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="sm"
        title={t("title", { number })}
        description={t("body")}
        submit={t("submit")}
      >
        <FormField name="amount">
          <Input inputMode="decimal" value={amount} onChange={({ target }) => setAmount(target.value)} />
        </FormField>
      </FormDialog>
    </>
  );
}
