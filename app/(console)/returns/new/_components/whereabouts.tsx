"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NamedField } from "@/components/refused-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";

/** Where the parcel is that the buyer wants to give back: what no carrier has yet can still be stopped (S3-09). */
export function Whereabouts({ today }: { today: string }) {
  const t = useTranslations("newReturn");
  const [outbound, setOutbound] = useState("");
  return (
    <>
      <NamedField name="order.outbound" hint={t("outboundHint", { outbound: outbound || "none" })}>
        <Select name="order.outbound" value={outbound} onChange={(event) => setOutbound(event.target.value)}>
          <option value="">{t("outboundState.unknown")}</option>
          {OUTBOUND_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`outboundState.${state}`)}
            </option>
          ))}
        </Select>
      </NamedField>
      {outbound === "delivered" && (
        <NamedField name="order.deliveredOn" isOptional hint={t("deliveredHint")}>
          <Input name="order.deliveredOn" type="date" max={today} />
        </NamedField>
      )}
    </>
  );
}
