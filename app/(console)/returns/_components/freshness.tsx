"use client";

import { clsx } from "clsx";
import { Database } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazily } from "@/components/ui/lazily";
import { useNow } from "@/components/ui/now";
import { formatDuration } from "@/lib/i18n/format";
import { REACH } from "@/lib/policy/reach";
import type { ListChannel } from "@/lib/returns/returns-frame";

const FreshnessDialog = lazily(() => import("./freshness-dialog").then((module) => module.FreshnessDialog));

const HOUR = 3_600_000;
const STALE_AFTER_MS = 24 * HOUR;

/** How fresh the marketplaces' data is, in one line: what is older than a day by its name, and how old the rest is. */
export function DataAsOf({ channels, canImport }: { channels: readonly ListChannel[]; canImport: boolean }) {
  const t = useTranslations("returns.freshness");
  const time = useTranslations("time");
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const reported = channels.filter(({ mode }) => REACH[mode].confirmsBy === "report");
  const ages = reported.flatMap(({ name, dataAsOf }) =>
    dataAsOf ? [{ name, age: now.getTime() - dataAsOf.getTime() }] : [],
  );
  const [stale, fresh] = [true, false].map((is) => ages.filter(({ age }) => age > STALE_AFTER_MS === is));
  if (reported.length === 0 || !stale || !fresh) return null;
  const oldest = Math.max(0, ...fresh.map(({ age }) => age));
  const within = formatDuration(time, Math.ceil((oldest + 1) / HOUR) * HOUR);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={t("open")}
        className="relative inline-flex min-h-6 min-w-0 items-center gap-1.5 rounded-badge text-micro text-subtle hover:text-fg max-md:size-11 max-md:justify-center"
        onClick={() => setOpen(true)}
      >
        <Database aria-hidden size={20} strokeWidth={1.75} className="md:hidden" />
        <span className="truncate max-md:sr-only">
          {t("asOf")}{" "}
          {stale.map(({ name, age }) => (
            <span key={name} className="me-1.5">
              <Dot />{" "}
              <b className="font-medium text-tone-attention-fg" suppressHydrationWarning>
                {t("old", { name, age: formatDuration(time, age) })}
              </b>
            </span>
          ))}
          {fresh.length > 0 && (
            <span suppressHydrationWarning>
              {stale.length > 0 ? `· ${t("others", { age: within })}` : t("all", { age: within })}
            </span>
          )}
          {ages.length === 0 && t("never")}
        </span>
        {stale.length > 0 && <Dot className="absolute end-2 top-2 md:hidden" />}
      </button>
      {isOpen && <FreshnessDialog channels={reported} canImport={canImport} onClose={() => setOpen(false)} />}
    </>
  );
}

const Dot = ({ className }: { className?: string }) => (
  <span
    aria-hidden
    className={clsx("inline-block size-1.75 shrink-0 rounded-full bg-tone-attention-icon", className)}
  />
);
