"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Time } from "@/components/ui/time";
import type { Paused } from "./read-pause";
import { ResumeButton } from "./resume-button";

/** On every page while automation is paused: since when, by whom, and the way back for those who may. */
export function PauseBanner({ pause, canResume }: { pause: Paused; canResume: boolean }) {
  const t = useTranslations("automation.pause");
  return (
    <Banner
      tone="warning"
      title={t.rich("banner", {
        hasName: String(pause.by !== null),
        name: pause.by ?? "",
        when: () => <Time at={pause.at} style="ago" />,
      })}
      actions={canResume && <ResumeButton pause={pause} size="sm" />}
      className="mb-4 print:hidden"
    >
      {t("bannerBody")}
    </Banner>
  );
}
