"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { paths } from "@/lib/i18n/paths";
import { ok } from "@/lib/kernel/result";
import { startDraft } from "../../actions";

type RevertButtonProps = { channelId: string; version: number; draft: { revision: number; name: string } | null };

/** Begins a draft with the terms of this version; a draft that is open is replaced, and that is said. */
export function RevertButton({ channelId, version, draft }: RevertButtonProps) {
  const t = useTranslations("terms.versions");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {t("revert", { version })}
      </Button>
      <FormDialog
        action={startDraft}
        read={() => ok({ channelId, fromVersion: version, seen: draft?.revision ?? null })}
        onDone={() => {
          notify({ title: t("reverted", { version }), tone: "success" });
          router.push(paths.channelTerms(channelId));
        }}
        onRefused={({ code }) => {
          // The next press is about the draft that stands now.
          if (code === "changed_since") router.refresh();
          return false;
        }}
        saysOf={({ code }) => (code === "changed_since" ? t("revertChanged") : undefined)}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("revertTitle", { version })}
        size="sm"
        cancel={t("cancel")}
        submit={t("revertStart")}
      >
        <p>{t("revertBody")}</p>
        {draft && <p className="mt-2">{t("revertOver", { name: draft.name })}</p>}
      </FormDialog>
    </>
  );
}
