"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { ok } from "@/lib/kernel/result";
import type { StoredSkuRule } from "@/lib/skus/sku-rules";
import { removeSkuRule, saveSkuRule } from "../../../../actions";
import { draftOf } from "./sku-draft";
import { SkuFields } from "./sku-fields";

type SkuDialogProps = { channelId: string; saved: StoredSkuRule | null; onClose: () => void };

/** Adds the rule of one SKU, or changes and removes it. */
export function SkuDialog({ channelId, saved, onClose }: SkuDialogProps) {
  const t = useTranslations("skus");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const removing = useAction(removeSkuRule);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const seenAt = saved?.updatedAt.toISOString() ?? null;
  const remove = async () => {
    if (seenAt === null) return;
    const { sku } = draft;
    const answer = await removing.run({ channelId, sku, seenAt });
    if (!answer.ok) return notify({ title: words(answer.refusal), tone: "critical" });
    onClose();
    notify({ title: t("removed", { sku }), tone: "success" });
  };
  return (
    <FormDialog
      action={saveSkuRule}
      read={() =>
        ok({
          channelId,
          seenAt,
          rule: {
            sku: draft.sku,
            exemptReason: draft.exemptReason || null,
            exemptFrom: draft.exemptFrom || null,
            exemptUntil: draft.exemptUntil || null,
            automation: draft.automation || null,
          },
        })
      }
      onDone={(_, { rule }) => {
        onClose();
        notify({ title: t("saved", { sku: rule.sku.trim() }), tone: "success" });
      }}
      onClose={onClose}
      title={saved ? t("editTitle", { sku: saved.sku }) : t("addTitle")}
      submit={common("save")}
      aside={(isSending) =>
        saved && (
          <Button
            variant="danger"
            isLoading={removing.isRunning}
            isDisabled={isSending}
            onClick={() => void remove()}
            className="me-auto"
          >
            {t("remove")}
          </Button>
        )
      }
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
    </FormDialog>
  );
}
