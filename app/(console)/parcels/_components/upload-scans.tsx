"use client";

import { useTranslations } from "next-intl";
import { UploadButton } from "@/components/form/upload-button";
import { lazily } from "@/components/ui/lazily";

const ScansDialog = lazily(() => import("./scans-dialog").then((module) => module.ScansDialog));

/** *Upload scans…* */
export function UploadScans({ sellerId }: { sellerId: string }) {
  const t = useTranslations("parcels.upload");
  return (
    <UploadButton label={t("open")}>{(close) => <ScansDialog sellerId={sellerId} onClose={close} />}</UploadButton>
  );
}
