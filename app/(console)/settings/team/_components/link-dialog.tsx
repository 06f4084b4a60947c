"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type PersonalLink = { kind: "invite" | "reset"; email: string; link: string };

/** A personal link to copy and hand over; null: nothing is shown. */
export function LinkDialog({ shown, onClose }: { shown: PersonalLink | null; onClose: () => void }) {
  const t = useTranslations("team.link");
  const common = useTranslations("common");
  const kind = shown?.kind ?? "invite";
  return (
    <Dialog
      isOpen={shown !== null}
      onClose={onClose}
      title={t(`${kind}Title`, { email: shown?.email ?? "" })}
      description={t(`${kind}Body`)}
      footer={
        <Button variant="primary" onClick={onClose}>
          {common("close")}
        </Button>
      }
    >
      <div className="flex items-end gap-2">
        <Field label={t("field")} className="flex-1">
          <Input
            readOnly
            value={shown?.link ?? ""}
            className="identifier"
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <CopyButton text={shown?.link ?? ""} what={t("what")} />
      </div>
      <p className="mt-3 text-muted text-small">{t("care")}</p>
    </Dialog>
  );
}
