"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { REACH } from "@/lib/policy/reach";
import type { ListChannel } from "@/lib/returns/returns-frame";

const STALE_AFTER_MS = 24 * 3_600_000;

const reported = (channels: readonly ListChannel[]) =>
  channels.filter(({ mode }) => REACH[mode].confirmsBy === "report");

/** How fresh the marketplaces' data is, a word for each channel that reports tell of. */
export function DataAsOf({ channels }: { channels: readonly ListChannel[] }) {
  const t = useTranslations("returns.freshness");
  const shown = reported(channels);
  if (shown.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-1.5">
      {t("asOf")}
      {shown.map(({ id, name, dataAsOf }) => (
        <span key={id} className="whitespace-nowrap after:content-['_·'] last:after:content-none">
          {name} {dataAsOf ? <Time at={dataAsOf} style="ago" /> : t("never")}
        </span>
      ))}
    </p>
  );
}

/** After a day without a report: what is shown may be wrong there by now. */
export function StaleBanner({ channels, canImport }: { channels: readonly ListChannel[]; canImport: boolean }) {
  const t = useTranslations("returns.freshness");
  const now = useNow();
  const stale = reported(channels).filter(
    ({ dataAsOf }) => dataAsOf !== null && now.getTime() - dataAsOf.getTime() > STALE_AFTER_MS,
  );
  if (stale.length === 0) return null;
  return (
    <Banner
      tone="warning"
      className="mb-3"
      actions={
        canImport && (
          <LinkButton href={paths.import} size="sm">
            {t("import")}
          </LinkButton>
        )
      }
    >
      {t("stale", { channels: stale.map(({ name }) => name).join(t("comma")), count: stale.length })}
    </Banner>
  );
}
