"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { untickEntries } from "../actions";

/** Takes slips back; what cannot be opened again says so. */
export function useUntick() {
  const t = useTranslations("handover.unticked");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(untickEntries);
  const untick = async (ids: readonly string[]) => {
    const answer = await run({ returnIds: [...ids] });
    if (!answer.ok) {
      notify({ title: words(answer.refusal), tone: "warning" });
      return;
    }
    const count = answer.value.reopened.length;
    notify({
      id: "ticked",
      title: count > 0 ? t("done", { count }) : t("not"),
      tone: count > 0 ? "success" : "warning",
    });
  };
  return { untick: (ids: readonly string[]) => void untick(ids), isRunning };
}
