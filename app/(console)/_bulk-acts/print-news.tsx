import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { TONE_ICON } from "@/components/ui/tone";
import { paths } from "@/lib/i18n/paths";
import type { PrintState } from "@/lib/printing/label-prints";
import { useBulkActNews } from "./bulk-act-news";

/** Labels that the worker draws: how far it is, then the file until it was taken or waved away. */
export function PrintNews({ print: { id, state, total, done } }: { print: PrintState }) {
  const t = useTranslations("bulkActs.tray");
  const many = useTranslations("printMany");
  const { seePrint } = useBulkActNews();
  if (state === "running")
    return (
      <Progress label={t("printing", { total })} value={done} max={total} text={many("progress", { done, total })} />
    );
  const isReady = state === "done";
  const title = isReady ? many("isReady", { count: total }) : many("failed");
  const Icon = isReady ? CircleCheck : TriangleAlert;
  return (
    <div className="flex items-start gap-1.5">
      <Icon
        aria-hidden
        size={16}
        strokeWidth={1.75}
        className={`mt-0.5 shrink-0 ${TONE_ICON[isReady ? "success" : "attention"]}`}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {isReady && (
          <a href={paths.file(id)} download className="prose-link" onClick={() => seePrint(id)}>
            {many("download")}
          </a>
        )}
      </div>
      <IconButton
        label={t("dismiss", { title })}
        icon={<X aria-hidden size={15} />}
        size="sm"
        className="-me-1 -mt-1"
        onClick={() => seePrint(id)}
      />
    </div>
  );
}
