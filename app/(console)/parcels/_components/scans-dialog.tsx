"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { UploadDialog } from "@/components/form/upload-dialog";
import { paths } from "@/lib/i18n/paths";
import type { ScanUpload } from "@/lib/imports/upload-scans";
import { shownText } from "@/lib/kernel/shown-text";

const SHOWN = 200;

type ScansDialogProps = { sellerId: string; onClose: () => void };

/** *Upload scans*: what carriers saw of parcels, from a list; the rows that came to nothing are told one by one. */
export function ScansDialog({ sellerId, onClose }: ScansDialogProps) {
  const t = useTranslations("parcels.upload");
  const router = useRouter();
  return (
    <UploadDialog<ScanUpload>
      words={t}
      onClose={onClose}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      urlOf={({ name }) => paths.parcelScans(name, sellerId)}
      done={({ counts: { recorded, known } }) => t("done", { recorded, known })}
      onDone={() => router.refresh()}
    >
      {({ others }) =>
        others.length > 0 && (
          <section aria-label={t("others", { count: others.length })} className="mt-4">
            <h3 className="mb-2 heading">{t("others", { count: others.length })}</h3>
            <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-card border border-line text-small">
              {others.slice(0, SHOWN).map(({ line, tracking, result }) => (
                <li key={line} className="flex flex-wrap gap-x-3 px-3 py-2">
                  <span className="w-20 shrink-0 text-subtle tabular-nums">{t("line", { line })}</span>
                  <span className="identifier min-w-24 break-all font-medium">{shownText(tracking) || "–"}</span>
                  <span className="basis-full md:basis-60 md:flex-1">{t(`result.${result}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </UploadDialog>
  );
}
