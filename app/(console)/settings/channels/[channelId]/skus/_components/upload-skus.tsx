"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { UploadButton } from "@/components/form/upload-button";
import { UploadDialog } from "@/components/form/upload-dialog";
import { paths } from "@/lib/i18n/paths";
import type { SkuUpload } from "@/lib/skus/sku-file";
import { UploadResult } from "./upload-result";

type UploadSkusProps = { channelId: string; sellerId: string };

/** *Upload a file*: takes the good rows at once, and tells what became of each. */
export function UploadSkus({ channelId, sellerId }: UploadSkusProps) {
  const t = useTranslations("skus.upload");
  const router = useRouter();
  const url = (query: Record<string, string>) => paths.channelSkusCsv(channelId, { seller: sellerId, ...query });
  return (
    <UploadButton label={t("open")}>
      {(close) => (
        <UploadDialog<SkuUpload>
          onClose={close}
          words={t}
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          urlOf={({ name }) => url({ name })}
          done={({ counts }) => t("done", counts)}
          onDone={() => router.refresh()}
        >
          {(upload, file) => (
            <UploadResult
              key={file.name + file.lastModified}
              upload={upload}
              file={file}
              refusedUrl={url({ answer: "refused" })}
            />
          )}
        </UploadDialog>
      )}
    </UploadButton>
  );
}
