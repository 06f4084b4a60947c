import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { VersionRow } from "@/lib/terms/terms-rows";
import { RevertButton } from "./revert-button";

type VersionListProps = {
  channelId: string;
  versions: readonly VersionRow[];
  current: number;
  today: string;
  draft: { revision: number; name: string } | null;
  isReadOnly: boolean;
};

/** Each version with from when it binds, who published it and why. */
export function VersionList({ channelId, versions, current, today, draft, isReadOnly }: VersionListProps) {
  const t = useTranslations("terms.versions");
  const locale = useLocale();
  // What is in force needs no way back, unless something else is written or planned.
  const isMoving = draft !== null || versions.some(({ effectiveFrom }) => effectiveFrom > today);
  return (
    <ul>
      {versions.map(({ id, version, effectiveFrom, note, createdAt, createdByName }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t">
          <div className="min-w-0 flex-1 basis-64">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{t("version", { version })}</span>
              {version === current && <Badge tone="success">{t("inForce")}</Badge>}
              {effectiveFrom > today && <Badge tone="info">{t("planned")}</Badge>}
            </p>
            <p className="text-muted text-small">
              {t("from", { day: formatPlainDate(effectiveFrom, { locale }) })} ·{" "}
              {createdByName === null
                ? t("first")
                : t.rich("published", { name: createdByName, when: () => <Time at={createdAt} style="ago" /> })}
            </p>
            {createdByName !== null && <p className="mt-0.5 break-words">{note || t("noNote")}</p>}
          </div>
          <div className="flex flex-wrap gap-2">
            {version > 1 && (
              <LinkButton
                size="sm"
                href={paths.channelVersions(channelId, { from: String(version - 1), to: String(version) })}
              >
                {t("showChanges", { version })}
              </LinkButton>
            )}
            {!isReadOnly && (version !== current || isMoving) && (
              <RevertButton channelId={channelId} version={version} draft={draft} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
