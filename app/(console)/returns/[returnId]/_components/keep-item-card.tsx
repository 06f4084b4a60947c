"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useKeepItemWords } from "@/components/returns/use-keep-item-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Evaluation } from "@/lib/policy/evaluation";

const CloseDialog = dynamic(() => import("../../_dialogs/close-dialog").then((module) => module.CloseDialog), {
  loading: () => null,
});

type KeepItemCardProps = { returnId: string; evaluation: Evaluation; mayClose: boolean };

/** S2-10, S4-14: where keeping the item is the better answer, with the sum and why, and the way to say so. */
export function KeepItemCard({ returnId, evaluation, mayClose }: KeepItemCardProps) {
  const t = useTranslations("keepItem");
  const words = useKeepItemWords(evaluation);
  const [isOpen, setOpen] = useState(false);
  if (!words) return null;
  return (
    <>
      <Banner
        tone="info"
        title={t("title")}
        className="mb-4"
        actions={
          mayClose &&
          words.isRefund && (
            <Button size="sm" onClick={() => setOpen(true)}>
              {t("close")}
            </Button>
          )
        }
      >
        {words.text}
      </Banner>
      {isOpen && (
        <CloseDialog target={{ kind: "one", returnId }} reason="refund_without_return" onClose={() => setOpen(false)} />
      )}
    </>
  );
}
