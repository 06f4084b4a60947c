"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import type { ImportChannel } from "@/lib/imports/imports";

const STALE_AFTER_MS = 24 * 3_600_000;

/** How fresh each mirrored channel's data is, with a warning after 24 hours. */
export function ChannelFreshness({ channels }: { channels: readonly ImportChannel[] }) {
  const t = useTranslations("import");
  const now = useNow();
  return (
    <dl className="divide-y divide-line">
      {channels.map(({ id, name, dataAsOf }) => (
        <div key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
          <dt className="min-w-0 font-medium">{name}</dt>
          <dd className="flex flex-wrap items-center gap-2 text-muted text-small">
            {dataAsOf ? <Time at={dataAsOf} style="ago" /> : t("neverImported")}
            {dataAsOf && now.getTime() - dataAsOf.getTime() > STALE_AFTER_MS && (
              <Badge tone="warning">{t("stale")}</Badge>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
