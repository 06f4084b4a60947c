import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { fetchAnswer } from "@/components/fetch-answer";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { Progress } from "@/components/ui/progress";
import { paths } from "@/lib/i18n/paths";
import type { PrintState } from "@/lib/printing/label-prints";

const LOOK_AGAIN_MS = 1000;

/** How far the worker is with many labels, and then the file. */
export function FollowedPrint({ printId, total }: { printId: string; total: number }) {
  const t = useTranslations("printMany");
  const { data: print } = useQuery({
    queryKey: ["print", printId],
    queryFn: ({ signal }) => fetchAnswer<PrintState>(paths.labelPrint(printId), { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== "running" ? false : LOOK_AGAIN_MS),
  });
  if (print?.state === "failed") return <Banner tone="critical">{t("failed")}</Banner>;
  if (print?.state === "done")
    return (
      <div className="flex flex-col items-start gap-3" role="status">
        <p>{t("isReady", { count: print.total })}</p>
        <a href={paths.file(printId)} download className={buttonClass("primary", "md")}>
          <Download aria-hidden size={16} />
          {t("download")}
        </a>
      </div>
    );
  const done = print?.done ?? 0;
  return <Progress label={t("drawing")} value={done} max={total} text={t("progress", { done, total })} />;
}
