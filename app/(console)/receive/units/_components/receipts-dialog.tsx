"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { UploadDialog } from "@/components/form/upload-dialog";
import { useRefusalWords } from "@/components/refusal-words";
import { paths } from "@/lib/i18n/paths";
import type { ReceiptUpload } from "@/lib/imports/upload-receipts";
import { shownText } from "@/lib/kernel/shown-text";

const SHOWN = 200;

type ReceiptsDialogProps = { sellerId: string; onClose: () => void };

/** *Receive from a file*: what another warehouse unpacked; rows that were left out are told one by one. */
export function ReceiptsDialog({ sellerId, onClose }: ReceiptsDialogProps) {
  const t = useTranslations("receivedUnits.upload");
  const refusalWords = useRefusalWords();
  const router = useRouter();
  return (
    <UploadDialog<ReceiptUpload>
      words={t}
      onClose={onClose}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      urlOf={({ name }) => paths.receiveFile(name, sellerId)}
      done={({ units, known }) => t("done", { units, known })}
      onDone={() => router.refresh()}
    >
      {({ refused }) =>
        refused.length > 0 && (
          <section aria-label={t("refused", { count: refused.length })} className="mt-4">
            <h3 className="mb-2 heading">{t("refused", { count: refused.length })}</h3>
            <ol className="max-h-80 divide-y divide-line overflow-y-auto rounded-card border border-line text-small">
              {refused.slice(0, SHOWN).map(({ line, name, refusal }) => (
                <li key={line} className="px-3 py-2">
                  <p>
                    <span className="text-subtle tabular-nums">{t("line", { line })}</span>{" "}
                    <span className="identifier break-all font-medium">{shownText(name) || "–"}</span>
                  </p>
                  <p>{refusalWords(refusal)}</p>
                </li>
              ))}
            </ol>
          </section>
        )
      }
    </UploadDialog>
  );
}
