"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ImportRow, Stayed } from "@/lib/imports/imports";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { takeImportBack } from "../../actions";
import { WhatStays } from "./what-stays";

type UndoImportProps = {
  importId: string;
  kind: ImportRow["kind"];
  counts: { new: number; changed: number };
  /** What would stay, the first of it by name; all of the import may. */
  stayed: readonly Stayed[];
  stayedCount: number;
  isAll: boolean;
};

const BODY = {
  orders: { whole: "bodyOrders", part: "bodyOrdersInPart" },
  returns: { whole: "body", part: "bodyInPart" },
} as const;

/** Takes an import back after a question, which says what stays and why; where that is all of it, nothing is offered. */
export function UndoImport({ importId, kind, counts, stayed, stayedCount, isAll }: UndoImportProps) {
  const t = useTranslations("import.undo");
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(takeImportBack);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  if (isAll)
    return (
      <div className="w-full text-small">
        <p className="text-muted">{t("nothingLeft")}</p>
        <WhatStays kind={kind} stayed={stayed} count={stayedCount} />
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
        <p>{t(BODY[kind][stayedCount > 0 ? "part" : "whole"], counts)}</p>
        {stayedCount > 0 && <WhatStays kind={kind} stayed={stayed} count={stayedCount} />}
      </Dialog>
    </>
  );
}
