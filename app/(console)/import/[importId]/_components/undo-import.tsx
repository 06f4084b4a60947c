"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import type { ImportRow, Stayed } from "@/lib/imports/imports";
import { ok } from "@/lib/kernel/result";
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
  const [isOpen, setOpen] = useState(false);
  if (isAll)
    return (
      <div className="w-full text-small">
        <p className="text-muted">{t("nothingLeft")}</p>
        <WhatStays kind={kind} stayed={stayed} count={stayedCount} />
      </div>
    );
  return (
    <>
      <Button icon={<Undo2 aria-hidden size={16} />} onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <FormDialog
        action={takeImportBack}
        read={() => ok({ importId })}
        onDone={() => {
          setOpen(false);
          notify({ title: t("done"), tone: "success" });
        }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        size="sm"
        submit={t("go")}
        isDangerous
      >
        <p>{t(BODY[kind][stayedCount > 0 ? "part" : "whole"], counts)}</p>
        {stayedCount > 0 && <WhatStays kind={kind} stayed={stayed} count={stayedCount} />}
      </FormDialog>
    </>
  );
}
