import { useTranslations } from "next-intl";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { WorkRow } from "@/lib/terms/terms-rows";

type OperationHistoryProps = { operations: readonly WorkRow[]; csvHref: string };

/** Who changed how the channel works, newest first: these bind at the moment of a decision, not by order date (P-10). */
export function OperationHistory({ operations, csvHref }: OperationHistoryProps) {
  const t = useTranslations("terms.versions");
  return (
    <Card title={t("operations")} aside={<ExportLink hasPeople={false} href={csvHref} />}>
      <p className="text-muted text-small">{t("operationsAbout")}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {operations.map(({ version, note, createdAt, createdByName, changed }) => (
          <li key={version}>
            <span className="font-medium">{t("operation", { version })}</span>
            <span className="text-muted text-small">
              {" · "}
              {createdByName === null
                ? t("nothing")
                : t.rich("operationBy", { name: createdByName, when: () => <Time at={createdAt} style="ago" /> })}
            </span>
            {changed.length > 0 && (
              <p className="text-small">
                {t("changed", { parts: changed.map((part) => t(`parts.${part}`)).join(t("comma")) })}
              </p>
            )}
            {note && <p className="break-words text-small">{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
