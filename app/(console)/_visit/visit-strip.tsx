"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { formatClock } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { leaveShop } from "./actions";

/** On every page while platform support looks at a shop: whose it is, for how long, and the way out. */
export function VisitStrip({ seller, until }: { seller: string; until: Date }) {
  const t = useTranslations("account.visit");
  const timeZone = useTimeZone() ?? "UTC";
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(leaveShop);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    const answer = await run({});
    // A whole new page: nothing of the shop may stay on the screen or in a cache.
    if (answer.ok || answer.refusal.code === "not_found") window.location.assign(paths.sellers);
    else setProblem(refusalText(answer.refusal));
  };
  return (
    <Banner
      tone="warning"
      title={t("strip", { seller })}
      actions={
        <Button size="sm" isLoading={isRunning} onClick={() => void leave()}>
          {t("leave")}
        </Button>
      }
      className="mb-4 print:hidden"
    >
      {problem ?? t("until", { time: formatClock(until, timeZone) })}
    </Banner>
  );
}
