"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useChanged, useCompany } from "./use-company";

/** That somebody else was faster than the page; it is drawn again when its reader wants it, never under their hands. */
export function ChangedSince({ returnId, lastMoveId }: { returnId: string; lastMoveId: string | null }) {
  const t = useTranslations("presence");
  const router = useRouter();
  const [isDrawing, startDrawing] = useTransition();
  const changed = useChanged(useCompany(returnId), lastMoveId);
  if (!changed) return null;
  const show = () => {
    // The button goes away with what it says.
    document.querySelector<HTMLElement>("main h1")?.focus();
    startDrawing(() => router.refresh());
  };
  return (
    <Banner
      tone="attention"
      role="status"
      title={changed}
      actions={
        <Button size="sm" isLoading={isDrawing} onClick={show}>
          {t("show")}
        </Button>
      }
      className="mb-4 print:hidden"
    >
      {t("older")}
    </Banner>
  );
}
