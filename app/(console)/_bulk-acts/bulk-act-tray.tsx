"use client";

import { useTranslations } from "next-intl";
import { lazily } from "@/components/ui/lazily";
import { useBulkActNews } from "./bulk-act-news";

const TrayList = lazily(() => import("./tray-list").then((module) => module.TrayList));

/** Own bulk acts and prints under way with their progress, and each that ended until it was seen; nothing when there are none. */
export function BulkActTray({ className = "" }: { className?: string }) {
  const t = useTranslations("bulkActs.tray");
  const { news, prints } = useBulkActNews();
  if (news.length + prints.length === 0) return null;
  return (
    <section aria-label={t("label")} className={className}>
      <TrayList />
    </section>
  );
}
