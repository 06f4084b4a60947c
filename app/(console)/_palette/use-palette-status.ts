"use client";

import { useTranslations } from "next-intl";
import { refusalIn } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { type RankedGroup, SEARCH } from "./command";
import type { useJumps, useKnown } from "./use-palette-data";

type Told = {
  typed: string;
  known: ReturnType<typeof useKnown>;
  jumping: ReturnType<typeof useJumps>;
  groups: readonly RankedGroup[];
};

/** What is going on, in a sentence. What could not be looked up is never told as nothing found. */
export function usePaletteStatus({ typed, known, jumping, groups }: Told) {
  const t = useTranslations("palette");
  const refusalText = useRefusalWords();
  const why = (error: Error) => refusalText(refusalIn(error));
  if (jumping.isAsking) return { status: t("searching"), retry: null };
  if (jumping.error) return { status: t("failed", { why: why(jumping.error) }), retry: jumping.retry };
  if (known.error) return { status: t("viewsFailed", { why: why(known.error) }), retry: () => void known.refetch() };
  const count = groups.flatMap(({ items }) => items).filter(({ id }) => id !== SEARCH).length;
  if (count === 0) return { status: t("nothing"), retry: null };
  return { status: typed.trim() === "" ? "" : t("found", { count }), retry: null };
}
