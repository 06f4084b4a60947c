"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { loseParcel } from "./actions";

/** Says that a parcel will not come any more; what that ends is told before. */
export function LoseButton({ parcelId, tracking }: { parcelId: string; tracking: string }) {
  const t = useTranslations("parcels.lose");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={t("named", { number: tracking })}
        onClick={() => setOpen(true)}
        className="print:hidden"
      >
        {t("open")}
      </Button>
      <FormDialog
        action={loseParcel}
        read={() => ok({ parcelId })}
        onDone={() => {
          setOpen(false);
          notify({ tone: "success", title: t("done", { number: tracking }) });
        }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        size="sm"
        title={t("title")}
        description={t("body", { number: tracking })}
        submit={t("submit")}
      >
        {null}
      </FormDialog>
    </>
  );
}
