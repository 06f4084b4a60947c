"use client";

import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Progress } from "@/components/ui/progress";
import { countsOf, IMPACT_KINDS, type Impact, type ImpactKind } from "@/lib/policy/judging/impact";
import { REACH } from "@/lib/policy/reach";
import type { PreviewState } from "@/lib/terms/previews";
import { ImpactCosts } from "./impact-costs";

/** What a preview has found, or how far it is. */
export function ImpactSummary({ preview }: { preview: PreviewState }) {
  const t = useTranslations("preview");
  const locale = useLocale();
  const { state, done, total, impact } = preview;
  if (state === "failed") return <Banner tone="critical">{t("failed")}</Banner>;
  if (state === "running" || !impact) {
    const text = t("progress", { done: done.toLocaleString(locale), total: total.toLocaleString(locale) });
    return <Progress label={t("running")} value={done} max={total} text={text} />;
  }
  if (impact.judged === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <>
      <p className="mb-3 text-long">
        <strong className="font-semibold">
          {t("changed", { changed: impact.changed, judged: impact.judged.toLocaleString(locale) })}
        </strong>
      </p>
      {REACH[preview.mode].confirmsBy && <p className="mb-3 text-muted text-small">{t("mirrored")}</p>}
      <Tiles impact={impact} />
      <Verdicts impact={impact} />
      <ImpactCosts costs={impact.costs} />
    </>
  );
}

const SIGNS: Partial<Record<ImpactKind, string>> = { more: "+", fewer: "−" };

function Tiles({ impact }: { impact: Impact }) {
  const t = useTranslations("preview.tile");
  const locale = useLocale();
  const counts = countsOf(impact);
  return (
    <dl className="mb-4 grid grid-cols-2 gap-2 md:grid-cols-5">
      {IMPACT_KINDS.map((kind) => (
        <div
          key={kind}
          className="flex flex-col-reverse justify-end rounded-card border border-line bg-surface px-3 py-2"
        >
          <dt className="text-muted text-small">{t(kind)}</dt>
          <dd className="heading text-title tabular-nums">
            {counts[kind] > 0 && SIGNS[kind]}
            {counts[kind].toLocaleString(locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Verdicts({ impact }: { impact: Impact }) {
  const t = useTranslations("preview");
  const verdict = useTranslations("status.verdict");
  if (impact.verdicts.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-1">
      {impact.verdicts.map(({ from, to, count }) => (
        <li key={`${from} ${to}`}>{t("verdicts", { from: verdict(from), to: verdict(to), count })}</li>
      ))}
    </ul>
  );
}
