"use client";

import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Progress } from "@/components/ui/progress";
import type { PreviewState } from "@/db/queries/previews";
import type { Impact } from "@/lib/policy/impact";
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
      {preview.mode === "mirrored" && <p className="mb-3 text-muted text-small">{t("mirrored")}</p>}
      <Tiles impact={impact} />
      <Verdicts impact={impact} />
      <ImpactCosts costs={impact.costs} />
    </>
  );
}

function Tiles({ impact }: { impact: Impact }) {
  const t = useTranslations("preview.tile");
  const locale = useLocale();
  const { verdicts, authorizations, labels, deadlines } = impact;
  const sum = verdicts.reduce((all, { count }) => all + count, 0);
  const tiles = [
    ["verdicts", sum.toLocaleString(locale)],
    ["more", `+${authorizations.more.toLocaleString(locale)}`],
    ["fewer", `−${authorizations.fewer.toLocaleString(locale)}`],
    ["labels", labels.toLocaleString(locale)],
    ["deadlines", deadlines.toLocaleString(locale)],
  ] as const;
  return (
    <dl className="mb-4 grid grid-cols-2 gap-2 md:grid-cols-5">
      {tiles.map(([key, count]) => (
        <div
          key={key}
          className="flex flex-col-reverse justify-end rounded-card border border-line bg-surface px-3 py-2"
        >
          <dt className="text-muted text-small">{t(key)}</dt>
          <dd className="heading text-title tabular-nums">{count}</dd>
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
