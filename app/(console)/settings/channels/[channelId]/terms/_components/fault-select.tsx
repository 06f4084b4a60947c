"use client";

import { useTranslations } from "next-intl";
import { useSpeaker } from "@/components/returns/reason-name";
import { Select } from "@/components/ui/select";
import { FAULTS, type Fault } from "@/lib/policy/terms/term-choices";

type FaultSelectProps = {
  value: Fault | "";
  /** What it means when nobody is named; left out, somebody has to be. */
  other?: string;
  onChange: (value: Fault | "") => void;
};

/** Seller, carrier or buyer. */
export function FaultSelect({ value, other, onChange }: FaultSelectProps) {
  const t = useTranslations("terms.who");
  const marketplace = useSpeaker();
  return (
    <Select value={value} onChange={(event) => onChange(FAULTS.find((fault) => fault === event.target.value) ?? "")}>
      {other !== undefined && <option value="">{other}</option>}
      {FAULTS.map((fault) => (
        <option key={fault} value={fault}>
          {t(fault, { marketplace })}
        </option>
      ))}
    </Select>
  );
}
