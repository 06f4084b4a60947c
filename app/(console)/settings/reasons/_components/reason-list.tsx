"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { ReasonKind, ShownReason } from "@/lib/policy/judging/own-reasons";
import { moveReason, retireReason } from "../actions";
import { ReasonDialog } from "./reason-dialog";
import { ReasonItem } from "./reason-item";

type ReasonListProps = { kind: ReasonKind; reasons: readonly ShownReason[]; isReadOnly: boolean };

/** The reasons of a kind in the order in which they are offered, and what can be done with each. */
export function ReasonList({ kind, reasons, isReadOnly }: ReasonListProps) {
  const t = useTranslations("reasons");
  const refusalText = useRefusalWords();
  const [edited, setEdited] = useState<ShownReason | "new" | null>(null);
  const move = useAction(moveReason);
  const retire = useAction(retireReason);
  const isBusy = move.isRunning || retire.isRunning;
  const open = reasons.filter(({ isRetired }) => !isRetired);
  const retired = reasons.filter(({ isRetired }) => isRetired);
  const tell = (refusal: ActionRefusal | null) => {
    if (refusal) notify({ title: refusalText(refusal), tone: "warning" });
  };
  const step = async (code: string, by: -1 | 1) => {
    if (isBusy) return;
    const answer = await move.run({ kind, code, by });
    tell(answer.ok ? null : answer.refusal);
  };
  const toggle = async ({ code, isRetired }: ShownReason) => {
    if (isBusy) return;
    const answer = await retire.run({ kind, code, isRetired: !isRetired });
    tell(answer.ok ? null : answer.refusal);
  };
  const item = (reason: ShownReason, index: number) => (
    <ReasonItem
      key={reason.code}
      reason={reason}
      place={reason.isRetired ? null : { isFirst: index === 0, isLast: index === open.length - 1 }}
      acts={
        isReadOnly
          ? null
          : {
              edit: () => setEdited(reason),
              move: (by) => void step(reason.code, by),
              toggle: () => void toggle(reason),
            }
      }
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={t(`tabs.${kind}`)}
        aside={
          !isReadOnly && (
            <Button size="sm" icon={<Plus aria-hidden size={15} />} onClick={() => setEdited("new")}>
              {t("add")}
            </Button>
          )
        }
        isFlush
      >
        <p className="border-line border-b px-4 py-2.5 text-muted text-small">{t(`body.${kind}`)}</p>
        <ul className="divide-y divide-line">{open.map(item)}</ul>
      </Card>
      {retired.length > 0 && (
        <Card title={t("retired")} isFlush>
          <p className="border-line border-b px-4 py-2.5 text-muted text-small">{t("retiredBody")}</p>
          <ul className="divide-y divide-line">{retired.map(item)}</ul>
        </Card>
      )}
      {edited && <ReasonDialog kind={kind} reason={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
