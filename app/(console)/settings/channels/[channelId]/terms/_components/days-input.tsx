"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";

type DaysInputProps = { value: string; onChange: (text: string) => void; unit?: "days" | "percent" };

/** A whole number with its unit behind it. */
export function DaysInput({ value, onChange, unit = "days" }: DaysInputProps) {
  const t = useTranslations("terms.units");
  return (
    <span className="relative block max-w-40">
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={value}
        className="w-full pe-14"
        onChange={(event) => onChange(event.target.value)}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-small text-subtle"
      >
        {t(unit)}
      </span>
    </span>
  );
}
