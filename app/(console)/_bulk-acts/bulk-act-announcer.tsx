"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";
import { useBulkActNews } from "./bulk-act-news";

/** Tells a screen reader once that a bulk act which ran while this page was open has ended. */
export function BulkActAnnouncer() {
  const t = useTranslations("bulkActs.tray");
  const announce = useAnnounce();
  const { news } = useBulkActNews();
  const ran = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state, kind, moved, total } of news) {
      if (state !== "done") ran.current.add(id);
      else if (ran.current.delete(id)) announce(t("finished", { kind, moved, total }));
    }
  }, [news, announce, t]);
  return null;
}
