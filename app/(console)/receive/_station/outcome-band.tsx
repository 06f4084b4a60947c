import { clsx } from "clsx";
import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { BenchTold } from "./bench-kept";
import type { Band } from "./outcome-words";
import { useOutcomeWords } from "./outcome-words";

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

type RefusedActsProps = { acts: readonly BenchTold[]; onAcknowledge: (id: string) => void };

/** What the server refused of what was done here: each stays until somebody has read it. */
export function RefusedActs({ acts, onAcknowledge }: RefusedActsProps) {
  const t = useTranslations("receive");
  const { headline, detail } = useOutcomeWords();
  const format = useFormatter();
  return (
    <ul aria-label={t("refused")} className="mt-3 flex flex-col gap-2 empty:hidden">
      {acts.map(({ id, name, at, refusal }) => {
        if (!refusal) return null;
        const said = { name, says: { kind: "refused" as const, refusal } };
        return (
          <li
            key={id}
            className={clsx("flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card px-5 py-3", LOOK.problem.tone)}
          >
            <CircleX aria-hidden size={20} className="shrink-0" />
            <p className="min-w-0 break-words font-semibold">{headline(said)}</p>
            <p className="min-w-0 text-small">
              {detail(said)} <time>{format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit" })}</time>
            </p>
            <Button size="sm" className="ms-auto" onClick={() => onAcknowledge(id)}>
              {t("acknowledge")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
