import { useTranslations } from "next-intl";
import { formatDuration } from "@/lib/i18n/format";

const MINUTE = 60;
/** In steps, so that the text does not run. */
const STEP = 5;

/** How long somebody has been at something, in words. */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations("presence");
  const time = useTranslations("time");
  return (seconds) =>
    seconds < MINUTE
      ? t("seconds", { s: Math.max(STEP, Math.floor(seconds / STEP) * STEP) })
      : formatDuration(time, seconds * 1000);
}
