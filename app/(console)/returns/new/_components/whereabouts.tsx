"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";

/** Where the parcel is that the buyer wants to give back: what no carrier has yet can still be stopped (S3-09). */
export function Whereabouts({ today }: { today: string }) {
  const t = useTranslations("newReturn");
  const [outbound, setOutbound] = useState("");
  return (
    <>
      <FormField name="order.outbound" hint={t("outboundHint", { outbound: outbound || "none" })}>
        <Select name="order.outbound" value={outbound} onChange={(event) => setOutbound(event.target.value)}>
          <option value="">{t("outboundState.unknown")}</option>
          {OUTBOUND_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`outboundState.${state}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {outbound === "delivered" && (
        <FormField name="order.deliveredOn" isOptional hint={t("deliveredHint")}>
          <Input name="order.deliveredOn" type="date" max={today} />
        </FormField>
      )}
    </>
  );
}
