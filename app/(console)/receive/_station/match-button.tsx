"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { shownText } from "@/lib/kernel/shown-text";
import { matchScanned } from "../actions";
import type { Parked } from "./bench-state";

export type MatchButtonProps = {
  parcel: Parked;
  /** It is of an order, by this number, of which more may come than was asked back. */
  onOrder: (number: string, parcel: Parked) => void;
};

/** Says whose a parcel is that stood aside; then it is scanned like any other, or unpacked as what came of its order. */
export function MatchButton({ parcel, onOrder }: MatchButtonProps) {
  const t = useTranslations("receive.match");
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState("");
  const name = shownText(parcel.scanned);
  return (
    <>
      <Button size="sm" aria-label={t("named", { name })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <FormDialog
        action={matchScanned}
        read={() => ok({ id: parcel.id, number })}
        onDone={({ isMatched }) => {
          setOpen(false);
          if (!isMatched) return onOrder(number, { id: parcel.id, scanned: parcel.scanned });
          notify({ title: t("done", { name }), tone: "success" });
        }}
        labels={{ number: t("number") }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="sm"
        title={t("title")}
        description={t("body", { name })}
        submit={t("submit")}
      >
        <FormField name="number">
          <Input value={number} onChange={({ target }) => setNumber(target.value)} />
        </FormField>
      </FormDialog>
    </>
  );
}
