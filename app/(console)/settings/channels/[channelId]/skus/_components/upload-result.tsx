"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { ROW_RESULTS, type RowResult, type SkuUpload } from "@/lib/skus/sku-file";

const SHOWN_AT_ONCE = 100;

type UploadResultProps = { upload: SkuUpload; file: File; refusedUrl: string };

/** What became of each row of a file; the refused ones can be taken away as a file to correct. */
export function UploadResult({ upload, file, refusedUrl }: UploadResultProps) {
  const t = useTranslations("skus.upload");
  const problems = useTranslations("skus.rowProblems");
  const { counts, rows } = upload;
  const kinds = ROW_RESULTS.filter((result) => counts[result] > 0);
  const [kind, setKind] = useState<RowResult>(counts.refused > 0 ? "refused" : (kinds[0] ?? "unchanged"));
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const [isFailed, setFailed] = useState(false);
  const ofKind = rows.filter(([, , result]) => result === kind);
  const download = async () => {
    setFailed(false);
    const blob = await fetchCsv(refusedUrl, file);
    if (blob) offer(blob, `refused-${file.name.replace(/\.\w+$/, "")}.csv`);
    else setFailed(true);
  };
  return (
    <section aria-label={t("results")} className="mt-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Segmented
          label={t("results")}
          segments={kinds.map((value) => ({ value, label: t(`kinds.${value}`, { count: counts[value] }) }))}
          value={kind}
          onChange={(value) => {
            setKind(value);
            setShown(SHOWN_AT_ONCE);
          }}
        />
        {counts.refused > 0 && (
          <Button size="sm" icon={<Download aria-hidden size={15} />} onClick={() => void download()}>
            {t("refusedCsv")}
          </Button>
        )}
      </div>
      {isFailed && (
        <p role="alert" className="mb-2 text-danger text-small">
          {t("refusedFailed")}
        </p>
      )}
      <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-card border border-line text-small">
        {ofKind.slice(0, shown).map(([line, sku, , problem]) => (
          <li key={line} className="flex flex-wrap gap-x-3 px-3 py-2">
            <span className="w-20 shrink-0 text-subtle tabular-nums">{t("line", { line })}</span>
            <span className="identifier min-w-24 break-all font-medium">{sku || "–"}</span>
            {problem && <span className="basis-full md:basis-60 md:flex-1">{problems(problem)}</span>}
          </li>
        ))}
      </ul>
      {ofKind.length > shown && (
        <Button size="sm" className="mt-2" onClick={() => setShown((count) => count + SHOWN_AT_ONCE)}>
          {t("more", { count: Math.min(SHOWN_AT_ONCE, ofKind.length - shown) })}
        </Button>
      )}
    </section>
  );
}

async function fetchCsv(url: string, file: File): Promise<Blob | null> {
  try {
    const response = await fetch(url, { method: "POST", body: file });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Saves what was fetched under a name; a link is the only way that a page can. */
function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
