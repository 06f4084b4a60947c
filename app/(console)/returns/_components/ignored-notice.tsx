"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { IconButton } from "@/components/ui/icon-button";

/** Parts of the address that mean nothing here were left out; nobody has to do anything about it. */
export function IgnoredNotice({ names }: { names: readonly string[] }) {
  const t = useTranslations("returns");
  const [isOpen, setOpen] = useState(true);
  if (names.length === 0 || !isOpen) return null;
  return (
    <Banner
      tone="neutral"
      role="status"
      className="mb-3"
      actions={
        <IconButton size="sm" label={t("dismiss")} icon={<X aria-hidden size={15} />} onClick={() => setOpen(false)} />
      }
    >
      {t("ignored", { names: names.slice(0, 5).join(", ").slice(0, 100) })}
    </Banner>
  );
}
