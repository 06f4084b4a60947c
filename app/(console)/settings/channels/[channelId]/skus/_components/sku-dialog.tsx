"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { StoredSkuRule } from "@/lib/skus/sku-rules";
import { removeSkuRule, saveSkuRule } from "../../../../actions";
import { draftOf } from "./sku-draft";
import { SkuFields } from "./sku-fields";

type SkuDialogProps = { channelId: string; saved: StoredSkuRule | null; onClose: () => void };

/** Adds the rule of one SKU, or changes and removes it. */
export function SkuDialog({ channelId, saved, onClose }: SkuDialogProps) {
  const t = useTranslations("skus");
  const common = useTranslations("common");
  const saving = useAction(saveSkuRule);
  const removing = useAction(removeSkuRule);
  const isBusy = saving.isRunning || removing.isRunning;
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const seenAt = saved?.updatedAt.toISOString() ?? null;

  const save = async () => {
    if (isBusy) return;
    setRefusal(null);
    const rule = {
      sku: draft.sku,
      exemptReason: draft.exemptReason || null,
      exemptFrom: draft.exemptFrom || null,
      exemptUntil: draft.exemptUntil || null,
      automation: draft.automation || null,
    };
    const answer = await saving.run({ channelId, seenAt, rule });
    if (!answer.ok) return setRefusal(answer.refusal);
    onClose();
    notify({ title: t("saved", { sku: draft.sku.trim() }), tone: "success" });
  };
  const remove = async () => {
    if (isBusy || seenAt === null) return;
    setRefusal(null);
    const answer = await removing.run({ channelId, sku: draft.sku, seenAt });
    if (!answer.ok) return setRefusal(answer.refusal);
    onClose();
    notify({ title: t("removed", { sku: draft.sku }), tone: "success" });
  };

  return (
    <Dialog
      isOpen
      onClose={() => !isBusy && onClose()}
      title={saved ? t("editTitle", { sku: saved.sku }) : t("addTitle")}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      footer={
        <>
          {saved && (
            <Button variant="danger" isLoading={removing.isRunning} onClick={() => void remove()} className="me-auto">
              {t("remove")}
            </Button>
          )}
          <Button onClick={onClose} isDisabled={isBusy}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={saving.isRunning}>
            {common("save")}
          </Button>
        </>
      }
    >
      <RefusedForm
        refusal={refusal}
        labels={{
          "rule.sku": t("columns.sku"),
          "rule.exemptReason": t("fields.reason"),
          "rule.exemptFrom": t("fields.from"),
          "rule.exemptUntil": t("fields.until"),
          "rule.automation": t("fields.automation"),
        }}
      >
        <SkuFields
          draft={draft}
          isNew={saved === null}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      </RefusedForm>
    </Dialog>
  );
}
