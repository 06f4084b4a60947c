"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ImportRow } from "@/db/queries/imports";
import type { ActionRefusal } from "@/lib/action-answer";
import { useImportRefusal } from "../../_components/use-import-refusal";
import { takeImportBack } from "../../actions";

type UndoImportProps = {
  importId: string;
  kind: ImportRow["kind"];
  counts: { new: number; changed: number };
  touched: number;
};

/** Takes an import back after a question; once somebody touched what it brought, it says so instead. */
export function UndoImport({ importId, kind, counts, touched }: UndoImportProps) {
  const t = useTranslations("import.undo");
  const common = useTranslations("common");
  const refusalText = useImportRefusal();
  const { run, isRunning } = useAction(takeImportBack);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  if (touched > 0)
    return <p className="text-muted text-small">{t(kind === "orders" ? "touchedOrders" : "touched", { touched })}</p>;
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
        <p>{t(kind === "orders" ? "bodyOrders" : "body", counts)}</p>
      </Dialog>
    </>
  );
}
