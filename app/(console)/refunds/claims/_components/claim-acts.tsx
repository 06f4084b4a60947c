"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import {
  answerClaim,
  appealClaim,
  dateClaim,
  denyClaim,
  dropClaim,
  fileClaim,
  grantClaim,
  resumeClaim,
} from "../actions";

/** What is written with each act, by the name under which it is sent. */
const WRITTEN = {
  file: ["claimNumber", "amount"],
  date: ["refundedOn"],
  grant: ["amount"],
  deny: ["note"],
  drop: ["note"],
  resume: [],
  appeal: [],
  answer: [],
} as const;
export type ClaimAct = keyof typeof WRITTEN;
type Field = (typeof WRITTEN)[ClaimAct][number];

type ClaimActsProps = {
  claimId: string;
  number: string;
  currency: string;
  /** In the currency, as a person would type it; empty: not known. */
  suggested: string;
  acts: readonly ClaimAct[];
};

const NOTHING_TYPED = { claimNumber: "", amount: "", refundedOn: "", note: "" };

/** What can be done with one claim; nothing here files anything: it says what somebody did on the marketplace. */
export function ClaimActs({ claimId, number, currency, suggested, acts }: ClaimActsProps) {
  const t = useTranslations("claims.acts");
  const [open, setOpen] = useState<ClaimAct | null>(null);
  const [typed, setTyped] = useState<Record<Field, string>>(NOTHING_TYPED);
  const { claimNumber, amount, refundedOn, note } = typed;
  type Sent = { sellerId: string | null; input: { claimId: string } };
  const send = {
    file: ({ sellerId, input }: Sent) => fileClaim({ sellerId, input: { ...input, claimNumber, amount } }),
    date: ({ sellerId, input }: Sent) => dateClaim({ sellerId, input: { ...input, refundedOn } }),
    grant: ({ sellerId, input }: Sent) => grantClaim({ sellerId, input: { ...input, amount } }),
    deny: ({ sellerId, input }: Sent) => denyClaim({ sellerId, input: { ...input, note } }),
    drop: ({ sellerId, input }: Sent) => dropClaim({ sellerId, input: { ...input, note } }),
    resume: resumeClaim,
    appeal: appealClaim,
    answer: answerClaim,
  } as const;
  const fields: readonly Field[] = open ? WRITTEN[open] : [];
  const labels = Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`, { currency })]));
  return (
    <div className="flex flex-wrap gap-2 *:whitespace-nowrap md:justify-end">
      {acts.map((act) => (
        <Button
          key={act}
          size="sm"
          aria-label={t(`${act}.named`, { number })}
          onClick={() => {
            setTyped({ ...NOTHING_TYPED, amount: suggested });
            setOpen(act);
          }}
        >
          {t(`${act}.open`)}
        </Button>
      ))}
      {open && (
        <FormDialog
          action={send[open]}
          read={() => ok({ claimId })}
          onDone={() => {
            notify({ title: t(`${open}.done`, { number }), tone: "success" });
            setOpen(null);
          }}
          labels={labels}
          onClose={() => setOpen(null)}
          size="sm"
          title={t(`${open}.title`, { number })}
          description={t(`${open}.body`)}
          submit={t(`${open}.submit`)}
          isDangerous={open === "drop"}
        >
          <div className="flex flex-col gap-3">
            {fields.map((field) => (
              <FormField key={field} name={field}>
                <Input
                  type={field === "refundedOn" ? "date" : "text"}
                  inputMode={field === "amount" ? "decimal" : undefined}
                  value={typed[field]}
                  onChange={({ target }) => setTyped((before) => ({ ...before, [field]: target.value }))}
                />
              </FormField>
            ))}
          </div>
        </FormDialog>
      )}
    </div>
  );
}
