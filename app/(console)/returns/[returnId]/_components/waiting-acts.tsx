"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { remindBuyer } from "../../actions";

const ExtendDialog = lazily(() => import("./extend-dialog").then((module) => module.ExtendDialog));

type WaitingActsProps = { returnId: string; mayRemind: boolean; mayExtend: boolean };

/** What can be done while a parcel is awaited: ask the buyer for it, or give them more time. */
export function WaitingActs({ returnId, mayRemind, mayExtend }: WaitingActsProps) {
  const t = useTranslations("detail.waiting");
  const words = useRefusalWords();
  const remind = useAction(remindBuyer);
  const [isOpen, setOpen] = useState(false);
  const ask = async () => {
    const answer = await remind.run({ returnId });
    if (answer.ok) notify({ title: t("reminded"), tone: "success" });
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  if (!mayRemind && !mayExtend) return null;
  return (
    <div className="flex flex-wrap gap-1.5 px-4 pb-3 print:hidden">
      {mayRemind && (
        <Button size="sm" isLoading={remind.isRunning} onClick={() => void ask()}>
          {t("remind")}
        </Button>
      )}
      {mayExtend && (
        <Button size="sm" onClick={() => setOpen(true)}>
          {t("extend")}
        </Button>
      )}
      {isOpen && <ExtendDialog returnId={returnId} onClose={() => setOpen(false)} />}
    </div>
  );
}
