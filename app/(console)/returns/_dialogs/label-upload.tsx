import { FileCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldOf } from "@/components/form/form-problems";
import { useRefusalWords } from "@/components/refusal-words";
import { FileDrop } from "@/components/ui/file-drop";
import { Progress } from "@/components/ui/progress";
import { useUpload } from "./use-upload";

type LabelUploadProps = {
  sellerId: string;
  error: string | undefined;
  /** With the file's id, or null when there is none any more. */
  onStored: (fileId: string | null) => void;
};

/** The seller's own label, sent and checked before the form is (S1-12). */
export function LabelUpload({ sellerId, error, onStored }: LabelUploadProps) {
  const t = useTranslations("uploads");
  const words = useRefusalWords();
  const { id } = useFieldOf("labelFileId");
  const { state, send } = useUpload(sellerId, (file) => onStored(file?.id ?? null));
  const refused = state.phase === "refused" ? words(state.refusal) : undefined;
  return (
    <div className="ms-6 mt-2 flex flex-col gap-2">
      <div role="status">
        {state.phase === "sending" && (
          <Progress
            label={t("progress", { name: state.name })}
            value={state.percent}
            max={100}
            text={t("percent", { percent: state.percent })}
          />
        )}
        {state.phase === "done" && (
          <p className="flex items-center gap-1.5 font-medium">
            <FileCheck2 aria-hidden size={16} className="shrink-0 text-tone-success-icon" />
            <span className="min-w-0 break-all" dir="auto">
              {t("done", { name: state.file.name, kb: Math.max(1, Math.round(state.file.size / 1024)) })}
            </span>
          </p>
        )}
      </div>
      <FileDrop
        label={state.phase === "done" ? t("replace") : t("drop")}
        hint={t("hint")}
        id={id}
        error={refused ?? (state.phase === "done" ? undefined : error)}
        accept="application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg"
        onFiles={([file]) => file && send(file)}
      />
    </div>
  );
}
