"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";

import { tickHandover } from "../actions";
import type { ListRow } from "../list-row";

/** Says that a decision has been carried out on the marketplace (P-19). */
export function useTick() {
  const t = useTranslations("returns.actions");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(tickHandover);
  const tick = async ({ id, name }: ListRow) => {
    const answer = await run({ returnId: id });
    if (answer.ok) notify({ title: t("ticked", { name }), tone: "success" });
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  return { tick: (row: ListRow) => void tick(row), isRunning };
}
