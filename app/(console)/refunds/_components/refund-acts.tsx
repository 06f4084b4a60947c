"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { approveRefund, cancelRefund, declineRefund, failRefund, retryRefund, tickRefund } from "../actions";

export type RefundAct = "approve" | "decline" | "tick" | "fail" | "retry" | "cancel";
/** What is written with an act, by the name under which it is sent. */
const WRITTEN = { decline: "note", tick: "reference", fail: "failure" } as const;
const writtenOf = (act: RefundAct) => (act in WRITTEN ? WRITTEN[act as keyof typeof WRITTEN] : null);

type RefundActsProps = { refundId: string; number: string; amount: string; acts: readonly RefundAct[] };

/** What can be done with one refund, each asked about once more. */
export function RefundActs({ refundId, number, amount, acts }: RefundActsProps) {
  const t = useTranslations("refunds.acts");
  const [open, setOpen] = useState<RefundAct | null>(null);
  const [text, setText] = useState("");
  const send = {
    approve: approveRefund,
    retry: retryRefund,
    cancel: cancelRefund,
    decline: ({ sellerId, input }: Sent) => declineRefund({ sellerId, input: { ...input, note: text } }),
    tick: ({ sellerId, input }: Sent) => tickRefund({ sellerId, input: { ...input, reference: text } }),
    fail: ({ sellerId, input }: Sent) => failRefund({ sellerId, input: { ...input, failure: text } }),
  } as const;
  const field = open && writtenOf(open);
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {acts.map((act) => (
        <Button
          key={act}
          size="sm"
          aria-label={t(`${act}.named`, { number })}
          onClick={() => {
            setText("");
            setOpen(act);
          }}
        >
          {t(`${act}.open`)}
        </Button>
      ))}
      {open && (
        <FormDialog
          action={send[open]}
          read={() => ok({ refundId })}
          onDone={() => {
            notify({ title: t(`${open}.done`, { number, amount }), tone: "success" });
            setOpen(null);
          }}
          labels={field ? { [field]: t(`${open as keyof typeof WRITTEN}.field`) } : {}}
          onClose={() => setOpen(null)}
          size="sm"
          title={t(`${open}.title`, { number, amount })}
          description={t(`${open}.body`)}
          submit={t(`${open}.submit`, { amount })}
          isDangerous={open === "decline" || open === "cancel"}
        >
          {field && (
            <FormField name={field}>
              <Input value={text} onChange={({ target }) => setText(target.value)} />
            </FormField>
          )}
        </FormDialog>
      )}
    </div>
  );
}

type Sent = { sellerId: string | null; input: { refundId: string } };
