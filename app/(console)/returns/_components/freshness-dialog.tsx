"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import type { ListChannel } from "@/lib/returns/returns-frame";

type FreshnessDialogProps = { channels: readonly ListChannel[]; canImport: boolean; onClose: () => void };

/** When each marketplace's last report was made: what happened there since is not known here. */
export function FreshnessDialog({ channels, canImport, onClose }: FreshnessDialogProps) {
  const t = useTranslations("returns.freshness");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={t("title")}
      description={t("hint")}
      footer={
        <>
          <Button onClick={onClose}>{common("close")}</Button>
          {canImport && (
            <LinkButton href={paths.import} variant="primary">
              {t("import")}
            </LinkButton>
          )}
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {channels.map(({ id, name, dataAsOf }) => (
          <div key={id} className="contents">
            <dt className="font-medium">{name}</dt>
            <dd className="text-end text-muted">{dataAsOf ? <Time at={dataAsOf} style="ago" /> : t("never")}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
