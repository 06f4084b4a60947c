"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { formatPlainDate } from "@/lib/i18n/format";
import { ok } from "@/lib/kernel/result";
import { extendReturn } from "../../actions";

type ExtendDialogProps = { returnId: string; onClose: () => void };

/** Gives the buyer until another day, which they read in a mail. */
export function ExtendDialog({ returnId, onClose }: ExtendDialogProps) {
  const t = useTranslations("detail.waiting");
  const locale = useLocale();
  const [sendBy, setSendBy] = useState("");
  return (
    <FormDialog
      action={extendReturn}
      read={() => ok({ returnId, sendBy })}
      onDone={() => {
        notify({ tone: "success", title: t("done", { day: formatPlainDate(sendBy, { locale, now: new Date() }) }) });
        onClose();
      }}
      labels={{ sendBy: t("sendBy") }}
      onClose={onClose}
      size="sm"
      title={t("title")}
      description={t("body")}
      submit={t("submit")}
    >
      <FormField name="sendBy">
        <Input type="date" value={sendBy} onChange={({ target }) => setSendBy(target.value)} />
      </FormField>
    </FormDialog>
  );
}
