"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ImportRow, StayedReturn } from "@/db/queries/imports";
import type { ActionRefusal } from "@/lib/action-answer";
import { useImportRefusal } from "../../_components/use-import-refusal";
import { takeImportBack } from "../../actions";
import { StayedReturns } from "./stayed-returns";

type UndoImportProps = {
  importId: string;
  kind: ImportRow["kind"];
  counts: { new: number; changed: number };
  /** Of a file of orders: how many of them hold it up. */
  touched: number;
  /** Returns that would stay, the first of them by name; all of the import's may. */
  stayed: readonly StayedReturn[];
  stayedCount: number;
  isAll: boolean;
};

/** Takes an import back after a question, which says what stays and why; where that is all of it, nothing is offered. */
export function UndoImport({ importId, kind, counts, touched, stayed, stayedCount, isAll }: UndoImportProps) {
  const t = useTranslations("import.undo");
  const common = useTranslations("common");
  const refusalText = useImportRefusal();
  const { run, isRunning } = useAction(takeImportBack);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  if (touched > 0) return <p className="text-muted text-small">{t("touchedOrders", { touched })}</p>;
  if (isAll)
    return (
      <div className="w-full text-small">
        <p className="text-muted">{t("nothingLeft")}</p>
        <StayedReturns stayed={stayed} count={stayedCount} />
      </div>
    );
  const go = async () => {
    const answer = await run({ importId });
    if (!answer.ok) return setRefusal(answer.refusal);
    setOpen(false);
    notify({ title: t("done"), tone: "success" });
  };
  return (
    <>
      <Button icon={<Undo2 aria-hidden size={16} />} onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        size="sm"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button variant="danger" isLoading={isRunning} onClick={() => void go()}>
              {t("go")}
            </Button>
          </>
        }
      >
        {refusal && (
          <Banner tone="critical" role="alert" className="mb-3">
            {refusalText(refusal)}
          </Banner>
        )}
        <p>{t(kind === "orders" ? "bodyOrders" : stayedCount > 0 ? "bodyInPart" : "body", counts)}</p>
        {stayedCount > 0 && <StayedReturns stayed={stayed} count={stayedCount} />}
      </Dialog>
    </>
  );
}
