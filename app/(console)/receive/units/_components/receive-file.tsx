"use client";

import { useTranslations } from "next-intl";
import { UploadButton } from "@/components/form/upload-button";
import { lazily } from "@/components/ui/lazily";

const ReceiptsDialog = lazily(() => import("./receipts-dialog").then((module) => module.ReceiptsDialog));

/** *Receive from a file…* */
export function ReceiveFile({ sellerId }: { sellerId: string }) {
  const t = useTranslations("receivedUnits.upload");
  return (
    <UploadButton label={t("open")}>{(close) => <ReceiptsDialog sellerId={sellerId} onClose={close} />}</UploadButton>
  );
}
