"use client";

import { useState } from "react";
import { lazily } from "@/components/ui/lazily";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { KeepItemBanner } from "../../_dialogs/keep-item-banner";

const DecisionDialog = lazily(() => import("../../_dialogs/decision-dialog").then((module) => module.DecisionDialog));

type KeepItemCardProps = {
  returnId: string;
  evaluation: Evaluation;
  marketplace: string;
  mayClose: boolean;
  mayWrite: boolean;
};

/** S2-10, S2-11, S4-14: where keeping the item is the better answer, with the sum and why, and the ways to say so. */
export function KeepItemCard({ returnId, evaluation, marketplace, mayClose, mayWrite }: KeepItemCardProps) {
  const [open, setOpen] = useState<"close" | "message" | null>(null);
  const dialog = { target: { kind: "one" as const, returnId }, onClose: () => setOpen(null) };
  return (
    <>
      <KeepItemBanner
        evaluation={evaluation}
        marketplace={marketplace}
        onKeep={mayClose ? () => setOpen("close") : null}
        onTell={mayWrite ? () => setOpen("message") : null}
        className="mb-4"
      />
      {open === "close" && <DecisionDialog {...dialog} start="close" reason="refund_without_return" />}
      {open === "message" && <DecisionDialog {...dialog} start="message" reason="shipping_cost" />}
    </>
  );
}
