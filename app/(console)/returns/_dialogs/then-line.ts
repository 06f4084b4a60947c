import type { useTranslations } from "next-intl";
import type { PreviewChannel } from "@/lib/bulk/preflight";
import { REACH } from "@/lib/policy/reach";

type Words = ReturnType<typeof useTranslations<"bulk">>;

/** What will happen to the outside, honestly and in one line: messages wait, mirrored channels have to be told (P-19). */
export function thenLine(
  t: Words,
  channels: readonly PreviewChannel[],
  undo: { seconds: number; isFinal: boolean },
): string {
  const carriedOut = channels.filter(({ mode }) => REACH[mode].carriesOut).reduce((sum, { count }) => sum + count, 0);
  const told = new Map<PreviewChannel["marketplace"], number>();
  for (const { mode, marketplace, count } of channels)
    if (REACH[mode].mustBeTold) told.set(marketplace, (told.get(marketplace) ?? 0) + count);
  return [
    ...(carriedOut > 0 ? [t("then.managed", { count: carriedOut })] : []),
    ...[...told].map(([marketplace, count]) => t("then.mirrored", { marketplace, count })),
    t(undo.isFinal ? "then.final" : "then.undo", { seconds: undo.seconds }),
  ].join(" ");
}
