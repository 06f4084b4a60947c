"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { undoDecision } from "../actions";
import { useRefusal } from "./use-refusal";

type Decided = { returnId: string; title: string; description: string; name: string; undoSeconds: number };

/** Tells that something was decided, with Undo for as long as it can be undone (P-03). */
export function useDecided(): (decided: Decided) => void {
  const t = useTranslations("authorize");
  const words = useRefusal();
  const undo = useAction(undoDecision);
  return ({ returnId, title, description, name, undoSeconds }) => {
    const takeBack = async () => {
      const answer = await undo.run({ returnId });
      if (answer.ok) notify({ title: t("undone", { number: name }), tone: "success" });
      else notify({ title: words(answer.refusal), tone: "warning" });
    };
    notify({
      title,
      description,
      tone: "success",
      ...(undoSeconds > 0
        ? { action: { label: t("undo"), onPress: () => void takeBack() }, lastsMs: undoSeconds * 1000 }
        : {}),
    });
  };
}
