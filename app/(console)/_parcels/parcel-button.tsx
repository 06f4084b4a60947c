"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";

const ParcelDialog = lazily(() => import("./parcel-dialog").then((module) => module.ParcelDialog));

type ParcelButtonProps = {
  returnId: string;
  /** The one whose number is mistyped; null: another one. */
  parcel: { id: string; carrier: string | null; tracking: string } | null;
};

/** Opens what says under which number goods travel. */
export function ParcelButton({ returnId, parcel }: ParcelButtonProps) {
  const t = useTranslations("detail.parcelActs");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)} className="self-start print:hidden">
        {parcel ? t("correct") : t("add")}
      </Button>
      {isOpen && <ParcelDialog returnId={returnId} parcel={parcel} onClose={() => setIsOpen(false)} />}
    </>
  );
}
