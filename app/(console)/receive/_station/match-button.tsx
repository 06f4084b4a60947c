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

/** Says whose a parcel is that stood aside; then it is scanned like any other. */
export function MatchButton({ parcelId, scanned }: { parcelId: string; scanned: string }) {
  const t = useTranslations("receive.match");
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState("");
  const name = shownText(scanned);
  return (
    <>
      <Button size="sm" aria-label={t("named", { name })} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <FormDialog
        action={matchScanned}
        read={() => ok({ id: parcelId, number })}
        onDone={() => {
          setOpen(false);
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
