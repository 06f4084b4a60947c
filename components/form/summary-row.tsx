"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { firstControl } from "@/components/ui/first-control";
import { useIsWrong } from "./form-problems";

type SummaryRowProps = {
  label: string;
  /** What will be done as it stands, in a line. */
  value: ReactNode;
  /** The fields inside: a wrong one opens them. */
  names: readonly string[];
  startsOpen?: boolean;
  /** What it is changed with. */
  children: ReactNode;
};

/** One point of a form that says what it will do: its value with *Change* beside it, then the fields in its place. */
export function SummaryRow({ label, value, names, startsOpen = false, children }: SummaryRowProps) {
  const t = useTranslations("common");
  const [isOpen, setOpen] = useState(startsOpen);
  const isPressed = useRef(false);
  const fields = useRef<HTMLDivElement>(null);
  if (useIsWrong(names) && !isOpen) setOpen(true);
  useEffect(() => {
    if (!isOpen || !isPressed.current) return;
    isPressed.current = false;
    firstControl(fields.current)?.focus();
  }, [isOpen]);
  return (
    <div className="border-line border-b py-2.5 last:border-b-0">
      {isOpen ? (
        <div ref={fields} className="py-1">
          {children}
        </div>
      ) : (
        <div className="flex items-start gap-3">
          <span className="w-28 shrink-0 pt-1 text-muted text-small max-md:w-20">{label}</span>
          <div className="min-w-0 flex-1 pt-0.5">{value}</div>
          <Button
            size="sm"
            variant="ghost"
            aria-label={t("changeNamed", { label })}
            onClick={() => {
              isPressed.current = true;
              setOpen(true);
            }}
          >
            {t("change")}
          </Button>
        </div>
      )}
    </div>
  );
}
