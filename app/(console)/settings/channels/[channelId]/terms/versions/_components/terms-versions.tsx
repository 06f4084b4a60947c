import { useTranslations } from "next-intl";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/i18n/paths";
import { TermsChanges } from "../../_components/terms-changes";
import type { LoadedVersions } from "../load-versions";
import { CompareForm } from "./compare-form";
import { VersionList } from "./version-list";

type TermsVersionsProps = { loaded: Extract<LoadedVersions, { of: "terms" }>; isReadOnly: boolean };

/** The versions of a channel's terms, and what two of them differ in. */
export function TermsVersions({ loaded, isReadOnly }: TermsVersionsProps) {
  const t = useTranslations("terms.versions");
  const { channel, current, today, versions, compared } = loaded;
  return (
    <>
      <Card title={t("compare")} className="mb-4">
        <CompareForm
          action={paths.channelVersions(channel.id)}
          from={compared?.from ?? Math.max(1, current - 1)}
          to={compared?.to ?? current}
        />
        {compared && (
          <section className="mt-4">
            <h3 className="mb-1 heading">{t("between", { from: compared.from, to: compared.to })}</h3>
            {compared.changes ? (
              <TermsChanges changes={compared.changes} currency={channel.currency} />
            ) : (
              <p className="text-muted">{t("missing")}</p>
            )}
          </section>
        )}
      </Card>
      <Card
        title={t("list")}
        aside={<ExportLink hasPeople={false} href={paths.channelVersionsCsv(channel.id)} />}
        isFlush
      >
        <VersionList
          channelId={channel.id}
          versions={versions}
          current={current}
          today={today}
          draft={channel.draft && { revision: channel.draft.revision, name: channel.draft.updatedByName ?? "–" }}
          isReadOnly={isReadOnly}
        />
      </Card>
    </>
  );
}
