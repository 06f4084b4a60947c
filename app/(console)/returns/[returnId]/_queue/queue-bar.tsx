"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useAriaKeys } from "@/components/ui/shortcut";
import { useShortcut } from "@/components/ui/use-shortcut";
import { useQueue } from "./queue-scope";

/** Up to here a list is counted; one more is what says that there are more. */
const COUNTED = 1000;

/** "3 of 41" with the way to what comes before and after, by button and by J and K; nothing where there is no list. */
export function QueueBar() {
  const t = useTranslations("detail.queue");
  const queue = useQueue();
  const keys = { next: useAriaKeys("j"), previous: useAriaKeys("k") };
  const place = queue?.place;
  useShortcut({
    j: () => (place?.next ? queue?.open(place.next) : false),
    k: () => (place?.previous ? queue?.open(place.previous) : false),
  });
  if (!queue) return null;
  return (
    <div className="flex min-h-9 items-center gap-1 print:hidden">
      {place && (
        <span role="status" className="me-1 font-semibold text-small tabular-nums">
          {t(place.total > COUNTED ? "ofMany" : "of", {
            position: place.position ?? 0,
            isKnown: String(place.position !== null),
            total: Math.min(place.total, COUNTED),
          })}
        </span>
      )}
      <IconButton
        label={t("previous")}
        icon={<ChevronUp aria-hidden size={18} />}
        variant="secondary"
        size="sm"
        isDisabled={!place?.previous}
        aria-keyshortcuts={keys.previous}
        onClick={() => queue.open(place?.previous)}
      />
      <IconButton
        label={t("next")}
        icon={<ChevronDown aria-hidden size={18} />}
        variant="secondary"
        size="sm"
        isDisabled={!place?.next}
        aria-keyshortcuts={keys.next}
        onClick={() => queue.open(place?.next)}
      />
    </div>
  );
}
