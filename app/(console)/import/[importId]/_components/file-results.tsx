import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ImportRow } from "@/lib/imports/imports";
import { FileSize } from "../../_components/file-size";
import { useReasonWords } from "../../_components/reason-words";

const FORMATS = ["amazon_flat", "amazon_xml", "amazon_orders", "csv", "tsv", "xlsx"] as const;

const SHOWN_COLUMNS = 20;

/** What each file turned out to be, or why it was refused whole. */
export function FileResults({ files }: { files: ImportRow["files"] }) {
  const t = useTranslations("import");
  const words = useReasonWords();
  return (
    <ul className="divide-y divide-line">
      {files.map((file) => {
        const format = FORMATS.find((known) => known === file.format);
        return (
          <li key={file.id} className="px-4 py-2.5">
            <p className="break-words font-medium">{file.name}</p>
            <p className="flex flex-wrap gap-x-3 text-muted text-small">
              {format && <span>{t(`format.${format}`)}</span>}
              {file.encoding && <span>{file.encoding.toUpperCase()}</span>}
              {format && (
                <span className="tabular-nums">
                  {t("fileTable.rows")} {file.rows.toLocaleString("en-US")}
                </span>
              )}
              <FileSize bytes={file.size} />
            </p>
            {!file.refusal && <WhatIsMissing file={file} />}
            {file.refusal && (
              <p className="mt-1 flex items-start gap-1.5 text-danger">
                <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
                <span>
                  <span className="font-medium">{t("notImported")}:</span> {words(file.refusal)}
                </span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const FACTS = ["rma", "orderedOn", "deliveredOn", "item", "price", "reason", "buyer", "country"] as const;

/** What the file says of whole orders, what it does not say, and which of its columns nobody reads. */
function WhatIsMissing({
  file: { lacks = [], unread = [], unreadCount = 0, cancelled = 0 },
}: {
  file: ImportRow["files"][number];
}) {
  const t = useTranslations("import");
  const locale = useLocale();
  const facts = FACTS.filter((fact) => lacks.includes(fact)).map((fact) => t(`lacks.${fact}`));
  const listed = (words: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  const columns = listed(unread.slice(0, SHOWN_COLUMNS));
  const more = unreadCount - SHOWN_COLUMNS;
  return (
    <div className="mt-1 flex flex-col gap-0.5 text-small">
      {cancelled > 0 && <p>{t("fileTable.cancelled", { count: cancelled })}</p>}
      {facts.length > 0 && <p>{t("fileTable.lacks", { facts: listed(facts) })}</p>}
      {unread.length > 0 && (
        <p className="wrap-anywhere text-muted">
          {t("fileTable.unread", {
            columns: more > 0 ? t("fileTable.moreUnread", { columns, count: more }) : columns,
          })}
        </p>
      )}
    </div>
  );
}
