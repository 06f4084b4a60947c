"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { undoAssigning, undoBulkActDecisions, undoBuyerMessage, undoBuyerMessages, undoDecision } from "./actions";
import { type Act, forgetAct, keyOf } from "./acts";

/** Takes an act back and answers with the sentence that says what came of it; the server alone decides (P-03). */
export function useUndo() {
  const t = useTranslations("undo");
  const words = useRefusalWords();
  const one = useAction(undoDecision);
  const message = useAction(undoBuyerMessage);
  const many = useAction(undoBulkActDecisions);
  const assigning = useAction(undoAssigning);
  const messages = useAction(undoBuyerMessages);
  const refused = (act: Act, refusal: ActionRefusal) => {
    if (refusal.code !== "unreachable") forgetAct(act);
    return { isDone: false, said: words(refusal) };
  };
  const run = async (act: Act): Promise<{ isDone: boolean; said: string }> => {
    if ("bulkActId" in act || "batchId" in act) {
      const answer = await ("bulkActId" in act
        ? many.run({ bulkActId: act.bulkActId })
        : (act.isMessage ? messages : assigning).run({ batchId: act.batchId, at: act.at }));
      if (!answer.ok) return refused(act, answer.refusal);
      forgetAct(act);
      const { undone, kept } = answer.value;
      return {
        isDone: true,
        said: [
          t(wordsOf(act).undone, { count: undone }),
          ...(kept > 0 ? [t(wordsOf(act).kept, { count: kept })] : []),
        ].join(" "),
      };
    }
    const { returnId, eventId, name, isMessage = false } = act;
    const answer = await (isMessage ? message : one).run({ returnId, eventId });
    if (!answer.ok) return refused(act, answer.refusal);
    forgetAct(act);
    return { isDone: true, said: t(isMessage ? "message" : "one", { number: name }) };
  };
  /** The same, told by a notice in the place of the one that offered it. */
  const takeBack = async (act: Act): Promise<void> => {
    notify({ id: noticeOf(act), title: t("running") });
    const { isDone, said } = await run(act);
    notify({ id: noticeOf(act), title: said, tone: isDone ? "success" : "warning" });
  };
  return {
    run,
    takeBack: (act: Act) => void takeBack(act),
    isRunning: one.isRunning || message.isRunning || many.isRunning || assigning.isRunning || messages.isRunning,
  };
}

/** What is said of an act on many that was taken back, and of what of it stays. */
function wordsOf(act: Exclude<Act, { eventId: string }>) {
  if ("bulkActId" in act) return { undone: "many", kept: "kept" } as const;
  return act.isMessage
    ? ({ undone: "messages", kept: "messagesKept" } as const)
    : ({ undone: "assigned", kept: "assignedKept" } as const);
}

/** The notice that offers an undo and the one that tells of it are one. */
export const noticeOf = (act: Act): string => `undo-${keyOf(act)}`;
