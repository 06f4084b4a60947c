"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { adoptReported, keepOurDecision, tickHandover } from "../../actions";

/** The acts on one return that need no further word, each answered by a notice: what was done, or why not. */
export function useDecision(returnId: string) {
  const conflict = useTranslations("detail.conflict");
  const handover = useTranslations("detail.handover");
  const words = useRefusalWords();
  const adopt = useAction(adoptReported);
  const keep = useAction(keepOurDecision);
  const tick = useAction(tickHandover);
  const tell = async (answer: Promise<ActionAnswer<unknown>>, done: string) => {
    const { ok, refusal } = { refusal: null, ...(await answer) };
    if (ok) notify({ title: done, tone: "success" });
    else if (refusal) notify({ title: words(refusal), tone: "warning" });
  };
  return {
    isRunning: adopt.isRunning || keep.isRunning || tick.isRunning,
    adopt: () => void tell(adopt.run({ returnId }), conflict("taken")),
    keep: () => void tell(keep.run({ returnId }), conflict("kept")),
    tick: () => void tell(tick.run({ returnId }), handover("ticked")),
  };
}
