"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ListMember } from "@/lib/presence/presence";
import type { Selection } from "@/lib/returns/shared/selection";
import { rememberAct } from "../../_undo/acts";
import { noticeOf, useUndo } from "../../_undo/use-undo";
import { assignReturns } from "../actions";

type Assign = {
  selection: Selection;
  to: ListMember | null;
  /** Of a single return: what it is called, and whose it was when the person looked. */
  one?: { name: string; seenId: string | null };
};

/** Gives returns to somebody and tells so, with Undo; answers whether it was done. */
export function useAssign() {
  const t = useTranslations("assignee");
  const undo = useTranslations("undo");
  const words = useRefusalWords();
  const { takeBack } = useUndo();
  const { run, isRunning } = useAction(assignReturns);
  const assign = async ({ selection, to, one }: Assign): Promise<boolean> => {
    const answer = await run({ selection, assigneeId: to?.id ?? null, ...(one && { seenId: one.seenId }) });
    if (!answer.ok) {
      notify({ title: words(answer.refusal), tone: "warning" });
      return false;
    }
    const { assigned, batchId, at } = answer.value;
    const said = { to: String(to !== null), name: to?.name ?? "", number: one?.name ?? "", count: assigned };
    if (assigned === 0) {
      notify({ title: t("unchanged", said) });
      return true;
    }
    const act = { batchId, at: at.toISOString() };
    rememberAct(act);
    notify({
      id: noticeOf(act),
      title: t(one ? "doneOne" : "doneMany", said),
      tone: "success",
      action: { label: undo("action"), onPress: () => takeBack(act) },
    });
    return true;
  };
  return { assign, isRunning };
}
