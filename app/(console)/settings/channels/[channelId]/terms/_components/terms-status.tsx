import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { RunningVersion, TermsDraftRow } from "@/lib/terms/terms-rows";

type TermsStatusProps = {
  channelId: string;
  inForce: RunningVersion;
  planned: readonly RunningVersion[];
  draft: TermsDraftRow | null;
};

/** What binds now, what is planned, and whether somebody is writing at something else. */
export function TermsStatus({ channelId, inForce, planned, draft }: TermsStatusProps) {
  const t = useTranslations("terms.status");
  const locale = useLocale();
  const day = (date: string) => formatPlainDate(date, { locale });
  const by = ({ createdByName, note }: RunningVersion) =>
    [createdByName === null ? "" : t("by", { name: createdByName }), note].filter(Boolean).join(" · ");
  return (
    <Card className="mb-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">{t("inForce", { version: inForce.version, day: day(inForce.effectiveFrom) })}</p>
          {by(inForce) && <p className="break-words text-muted text-small">{by(inForce)}</p>}
          {planned.map((version) => (
            <p key={version.id} className="mt-1 break-words text-small">
              <span className="font-medium">
                {t("planned", { version: version.version, day: day(version.effectiveFrom) })}
              </span>{" "}
              <span className="text-muted">{by(version)}</span>
            </p>
          ))}
          <p className="mt-1 text-small">
            {draft
              ? t.rich("draft", {
                  name: draft.updatedByName ?? "–",
                  version: draft.baseVersion,
                  when: () => <Time at={draft.updatedAt} style="ago" />,
                })
              : t("noDraft")}
          </p>
        </div>
        <LinkButton href={paths.channelVersions(channelId)} size="sm">
          {t("versions")}
        </LinkButton>
      </div>
    </Card>
  );
}
