import { useLocale, useTranslations } from "next-intl";
import { ExportLink } from "@/components/export-link";
import { ChipLink } from "@/components/ui/chip";
import { paths } from "@/lib/i18n/paths";
import { countsOf, IMPACT_KINDS, type Impact, type ImpactKind } from "@/lib/policy/judging/impact";
import { PREVIEW_CHANGES } from "@/lib/terms/preview-changes";
import type { PreviewState } from "@/lib/terms/previews";

type KindBarProps = { impact: Impact; kind: ImpactKind | null; preview: Pick<PreviewState, "id" | "channelId"> };

/** The kinds of change that there are, each with how many, and the list as a file. */
export function KindBar({ impact, kind, preview }: KindBarProps) {
  const t = useTranslations("preview");
  const locale = useLocale();
  const counts = countsOf(impact);
  const queryOf = (asked: ImpactKind | null) => PREVIEW_CHANGES.query({ filter: { kind: asked } });
  const hrefOf = (asked: ImpactKind | null) => paths.policyPreview(preview.channelId, preview.id) + queryOf(asked);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      <nav aria-label={t("list.filter")} className="me-auto flex flex-wrap gap-2">
        <ChipLink href={hrefOf(null)} isActive={kind === null}>
          {t("list.all")} <span className="tabular-nums">{impact.changed.toLocaleString(locale)}</span>
        </ChipLink>
        {IMPACT_KINDS.filter((each) => counts[each] > 0 || each === kind).map((each) => (
          <ChipLink key={each} href={hrefOf(each)} isActive={kind === each}>
            {t(`tile.${each}`)} <span className="tabular-nums">{counts[each].toLocaleString(locale)}</span>
          </ChipLink>
        ))}
      </nav>
      <ExportLink href={paths.policyPreviewCsv(preview.id) + queryOf(kind)} />
    </div>
  );
}
