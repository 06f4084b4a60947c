"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { judged } from "@/components/form/use-form";
import { useRefusalWords } from "@/components/refusal-words";
import { Textarea } from "@/components/ui/textarea";
import { paths } from "@/lib/i18n/paths";
import { textProblems } from "@/lib/kernel/field-problem";
import { openSeller } from "../actions";

const REASON_AT_MOST = 500;

type VisitDialogProps = { seller: { id: string; name: string }; onClose: () => void };

/** Asks platform support why it enters a shop. */
export function VisitDialog({ seller, onClose }: VisitDialogProps) {
  const t = useTranslations("account.visit");
  const words = useRefusalWords();
  return (
    <FormDialog
      action={openSeller}
      read={(typed) =>
        judged({ sellerId: seller.id, reason: String(typed.get("reason") ?? "") }, ({ reason }) =>
          textProblems("reason", reason, REASON_AT_MOST, true),
        )
      }
      // A whole new page: nothing of the seller before may stay on the screen or in a cache.
      onDone={() => window.location.assign(paths.home)}
      onClose={onClose}
      labels={{ reason: t("reason") }}
      wordsOf={(_, code) => (code === "required" ? words({ code: "reason_needed" }) : undefined)}
      title={t("title", { name: seller.name })}
      submit={t("submit")}
    >
      <FormField name="reason" hint={t("reasonHint")} isRequired>
        <Textarea name="reason" rows={3} maxLength={REASON_AT_MOST} dir="auto" />
      </FormField>
    </FormDialog>
  );
}
