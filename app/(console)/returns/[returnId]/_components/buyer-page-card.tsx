"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { notify } from "@/components/ui/notify";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { copyBuyerLink, endBuyerLinks, recordFetchedLabel } from "../../actions";

type BuyerPageCardProps = {
  returnId: string;
  labelFetchedAt: Date | null;
  /** A free return whose label nobody is known to have taken. */
  isToFetch: boolean;
  hasPage: boolean;
  mayWrite: boolean;
};

/** What the buyer sees of the return and has done there: the label, and the link to their page. */
export function BuyerPageCard({ returnId, labelFetchedAt, isToFetch, hasPage, mayWrite }: BuyerPageCardProps) {
  const t = useTranslations("detail.buyerPage");
  const words = useRefusalWords();
  const copy = useAction(copyBuyerLink);
  const end = useAction(endBuyerLinks);
  const record = useAction(recordFetchedLabel);
  const [link, setLink] = useState<string | null>(null);
  const tell = async (answer: Promise<ActionAnswer<unknown>>, done: string) => {
    const answered = await answer;
    if (answered.ok) notify({ title: done, tone: "success" });
    else notify({ title: words(answered.refusal), tone: "warning" });
    return answered.ok;
  };
  const show = async () => {
    const answer = await copy.run({ returnId });
    if (answer.ok) setLink(new URL(answer.value.path, window.location.origin).href);
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  const endAll = async () => {
    if (await tell(end.run({ returnId }), t("ended"))) setLink(null);
  };
  if (!hasPage && !isToFetch && labelFetchedAt === null) return null;
  return (
    <Card id="buyer-page" title={t("title")}>
      <div className="flex flex-col gap-2 text-small">
        {labelFetchedAt && <p>{t.rich("fetched", { at: () => <Time at={labelFetchedAt} style="absolute" /> })}</p>}
        {isToFetch && <p className="text-muted">{t("notFetched")}</p>}
        {hasPage && <p className="text-muted">{t("body")}</p>}
        {link && (
          <p className="flex items-center gap-1">
            <span className="identifier min-w-0 flex-1 truncate" dir="ltr">
              {link}
            </span>
            <CopyButton text={link} what={t("link")} />
          </p>
        )}
        {mayWrite && (
          <div className="flex flex-wrap gap-1.5 print:hidden">
            {isToFetch && (
              <Button
                size="sm"
                isLoading={record.isRunning}
                onClick={() => void tell(record.run({ returnId }), t("recorded"))}
              >
                {t("record")}
              </Button>
            )}
            {hasPage && (
              <Button size="sm" isLoading={copy.isRunning} onClick={() => void show()}>
                {t("show")}
              </Button>
            )}
            {hasPage && (
              <Button size="sm" variant="ghost" isLoading={end.isRunning} onClick={() => void endAll()}>
                {t("end")}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
