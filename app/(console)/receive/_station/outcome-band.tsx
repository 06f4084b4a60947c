import { clsx } from "clsx";
import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useOutcomeWords } from "./outcome-words";
import type { Band } from "./use-station";

const LOOK = {
  success: { icon: CircleCheck, tone: "bg-tone-success text-tone-success-fg" },
  problem: { icon: CircleX, tone: "bg-tone-critical text-tone-critical-fg" },
  unknown: { icon: CircleHelp, tone: "bg-tone-attention text-tone-attention-fg" },
} as const;
export const OUTCOME_ICON = { success: CircleCheck, problem: CircleX, unknown: CircleHelp } as const;

/** What the last scan came to: a word, an icon and a colour, said aloud too. */
export function OutcomeBand({ band }: { band: Band | null }) {
  const { headline, detail } = useOutcomeWords();
  const look = band ? LOOK[band.sound] : null;
  const Icon = look?.icon;
  return (
    <div aria-live={band?.sound === "problem" ? "assertive" : "polite"} className="mt-3">
      {band && look && Icon && (
        <div className={clsx("flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 rounded-card px-5 py-3", look.tone)}>
          <Icon aria-hidden size={26} className="shrink-0" />
          <p className="min-w-0 break-words font-semibold text-h2">{headline(band)}</p>
          <p className="ms-auto text-small">{detail(band)}</p>
        </div>
      )}
    </div>
  );
}
