"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { CARRIER_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import { announceParcel, correctParcel } from "./actions";

type ParcelDialogProps = {
  returnId: string;
  /** The one whose number is mistyped; null: another one. */
  parcel: { id: string; carrier: string | null; tracking: string } | null;
  onClose: () => void;
};

/** Says under which number goods travel. */
export function ParcelDialog({ returnId, parcel, onClose }: ParcelDialogProps) {
  const t = useTranslations("detail.parcelForm");
  const [tracking, setTracking] = useState(parcel?.tracking ?? "");
  const [carrier, setCarrier] = useState(parcel?.carrier ?? "");
  const [isDoubted, setIsDoubted] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const typed = { returnId, carrier, tracking, isSure };
  const shared = {
    onDone: () => {
      notify({ tone: "success", title: t("done", { number: tracking.trim() }) });
      onClose();
    },
    // A number that looks wrong may be right all the same: whoever is sure says so.
    onRefused: ({ code }: { code: string }) => {
      setIsDoubted(code === "tracking_wrong");
      return false;
    },
    onClose,
    size: "sm" as const,
    title: parcel ? t("correctTitle") : t("addTitle"),
    description: parcel ? t("correctHint") : t("addHint"),
    submit: parcel ? t("correctSubmit") : t("addSubmit"),
  };
  const fields = (
    <div className="flex flex-col gap-3">
      <Field label={t("number")}>
        <Input
          name="tracking"
          value={tracking}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          maxLength={TRACKING_AT_MOST}
          onChange={(event) => setTracking(event.target.value)}
        />
      </Field>
      <Field label={t("carrier")} hint={t("carrierHint")} isOptional>
        <Input
          name="carrier"
          value={carrier}
          maxLength={CARRIER_AT_MOST}
          onChange={(event) => setCarrier(event.target.value)}
        />
      </Field>
      {isDoubted && (
        <Checkbox label={t("isSure")} checked={isSure} onChange={(event) => setIsSure(event.target.checked)} />
      )}
    </div>
  );
  return parcel ? (
    <FormDialog {...shared} action={correctParcel} read={() => ok({ ...typed, parcelId: parcel.id })}>
      {fields}
    </FormDialog>
  ) : (
    <FormDialog {...shared} action={announceParcel} read={() => ok(typed)}>
      {fields}
    </FormDialog>
  );
}
