"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { SavedView } from "@/lib/returns/kept-views";
import { deleteView, saveView } from "./actions";

type Kept = Pick<SavedView, "id" | "name" | "query" | "isShared">;

/** Keeps and forgets views, and tells what came of it. */
export function useViews() {
  const t = useTranslations("views");
  const undo = useTranslations("undo");
  const words = useRefusalWords();
  const saving = useAction(saveView);
  const deleting = useAction(deleteView);
  /** Null when it is kept, else the sentence that says why not. */
  const save = async ({ id, name, query, isShared }: Kept): Promise<string | null> => {
    const answer = await saving.run({ id, name, query, isShared });
    if (!answer.ok) return answer.refusal.code === "invalid" ? t("nameNeeded") : words(answer.refusal);
    notify({ title: t("saved", { name }), tone: "success" });
    return null;
  };
  const bringBack = async (view: Kept): Promise<void> => {
    const refused = await save(view);
    if (refused !== null) notify({ title: refused, tone: "warning" });
  };
  const remove = async (view: Kept): Promise<void> => {
    const answer = await deleting.run({ id: view.id });
    if (!answer.ok) {
      notify({ title: words(answer.refusal), tone: "warning" });
      return;
    }
    notify({
      title: t("deleted", { name: view.name }),
      action: { label: undo("action"), onPress: () => void bringBack(view) },
    });
  };
  return { save, remove: (view: Kept) => void remove(view), isRunning: saving.isRunning || deleting.isRunning };
}
