"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { withSignIn } from "@/components/signed-out-gate";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import type { SkuUpload } from "@/lib/skus/sku-file";
import { UploadResult } from "./upload-result";

type UploadSkusProps = { channelId: string; sellerId: string };

/** *Upload a file*: takes the good rows at once, and tells what became of each. */
export function UploadSkus({ channelId, sellerId }: UploadSkusProps) {
  const t = useTranslations("skus");
  const common = useTranslations("common");
  const router = useRouter();
  const words = useRefusalWords();
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ActionAnswer<SkuUpload> | null>(null);
  const isRunning = file !== null && answer === null;
  const url = (query: Record<string, string> = {}) => paths.channelSkusCsv(channelId, { seller: sellerId, ...query });
  const send = async (chosen: File) => {
    setFile(chosen);
    setAnswer(null);
    const got = await withSignIn(() => post(url({ name: chosen.name }), chosen));
    setAnswer(got);
    if (got.ok) router.refresh();
  };
  const close = () => {
    if (isRunning) return;
    setOpen(false);
    setFile(null);
    setAnswer(null);
  };
  return (
    <>
      <Button icon={<Upload aria-hidden size={16} />} onClick={() => setOpen(true)}>
        {t("upload.open")}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t("upload.title")}
        size="lg"
        status={isRunning ? t("upload.running") : answer?.ok ? t("upload.done", answer.value.counts) : undefined}
        footer={<Button onClick={close}>{common("close")}</Button>}
      >
        <FileDrop
          label={answer?.ok ? t("upload.another") : t("upload.choose")}
          hint={t("upload.hint")}
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          isDisabled={isRunning}
          error={answer && !answer.ok ? words(answer.refusal) : undefined}
          onFiles={([chosen]) => chosen && void send(chosen)}
        />
        {answer?.ok && file && (
          <UploadResult
            key={file.name + file.lastModified}
            upload={answer.value}
            file={file}
            refusedUrl={url({ answer: "refused" })}
          />
        )}
        {!answer && <p className="mt-4 whitespace-pre-line text-muted text-small">{t("upload.columns")}</p>}
      </Dialog>
    </>
  );
}

async function post(url: string, file: File): Promise<ActionAnswer<SkuUpload>> {
  try {
    const response = await fetch(url, { method: "POST", body: file });
    return (await response.json()) as ActionAnswer<SkuUpload>;
  } catch {
    return { ok: false, refusal: { code: "unreachable" } };
  }
}
