"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import type { AnsweredMany } from "@/lib/forwarder/answer-many";
import { paths } from "@/lib/i18n/paths";
import type { ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { type Act, rememberAct } from "../_undo/acts";
import { noticeOf, useUndo } from "../_undo/use-undo";

/**
 * Tells what came of an answer: a single closing with its undo, what was refused with the reason. S3-10: where a parcel
 * cannot be stopped, the words to its buyer are asked for at once.
 */
export function useAnswered(): (answer: ForwarderAnswer, outcome: AnsweredMany) => void {
  const t = useTranslations("forwarder.done");
  const undo = useTranslations("undo");
  const words = useRefusalWords();
  const router = useRouter();
  const { takeBack } = useUndo();
  return (answer, { returnIds, closedBy, refused }) => {
    const count = returnIds.length;
    const [closed, other] = closedBy;
    const act: Act | null =
      closed && !other ? { returnId: closed.returnId, eventId: closed.eventId, name: `R-${closed.number}` } : null;
    if (act) rememberAct(act);
    const [first] = refused;
    notify({
      id: act ? noticeOf(act) : "forwarder-answered",
      title: t(answer, { count }),
      tone: count > 0 ? "success" : "warning",
      ...(first ? { description: t("refused", { count: refused.length, why: words(first.refusal) }) } : {}),
      ...(act ? { action: { label: undo("action"), onPress: () => takeBack(act) } } : {}),
    });
    const [only] = returnIds;
    if (answer === "on_its_way" && count === 1 && only) router.push(`${paths.returnDetail(only)}?dialog=message`);
  };
}
