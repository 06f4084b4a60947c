import type { useTranslations } from "next-intl";
import type { PreviewChannel } from "@/lib/bulk/preflight";

type Words = ReturnType<typeof useTranslations<"bulk">>;

/** What will happen to the outside, honestly and in one line: messages wait, mirrored channels have to be told (P-19). */
export function thenLine(
  t: Words,
  channels: readonly PreviewChannel[],
  undo: { seconds: number; isFinal: boolean },
): string {
  const managed = channels.filter(({ mode }) => mode === "managed").reduce((sum, { count }) => sum + count, 0);
  const mirrored = new Map<PreviewChannel["marketplace"], number>();
  for (const { mode, marketplace, count } of channels)
    if (mode === "mirrored") mirrored.set(marketplace, (mirrored.get(marketplace) ?? 0) + count);
  return [
    ...(managed > 0 ? [t("then.managed", { count: managed })] : []),
    ...[...mirrored].map(([marketplace, count]) => t("then.mirrored", { marketplace, count })),
    t(undo.isFinal ? "then.final" : "then.undo", { seconds: undo.seconds }),
  ].join(" ");
}
