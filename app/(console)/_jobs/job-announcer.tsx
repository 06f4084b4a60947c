"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";
import { useJobNews } from "./job-news";

/** Tells a screen reader once that a job which ran while this page was open has ended. */
export function JobAnnouncer() {
  const t = useTranslations("jobs.tray");
  const announce = useAnnounce();
  const { news } = useJobNews();
  const ran = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state, kind, moved, total } of news) {
      if (state !== "done") ran.current.add(id);
      else if (ran.current.delete(id)) announce(t("finished", { kind, moved, total }));
    }
  }, [news, announce, t]);
  return null;
}
