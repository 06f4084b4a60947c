import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { BuyerStep } from "@/lib/policy/machines/return/buyer-steps";

type StepListProps = { steps: readonly BuyerStep[]; timeZone: string; now: Date };

/** The way of a return, step by step. */
export function StepList({ steps, timeZone, now }: StepListProps) {
  const t = useTranslations("portal.steps");
  const locale = useLocale();
  const day = (at: Date) => formatDay(at, { locale, timeZone, now });
  return (
    <ol className="flex flex-col">
      {steps.map(({ code, state, at, by }) => (
        <li
          key={code}
          aria-current={state === "now" ? "step" : undefined}
          className="group flex gap-3 pb-2.5 last:pb-0"
        >
          <span className="flex flex-col items-center">
            <span
              className={clsx(
                "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border-2",
                state === "done" && "border-transparent bg-tone-success-icon text-on-accent",
                state === "now" && "border-5 border-accent bg-surface",
                state === "next" && "border-line bg-surface",
              )}
            >
              {state === "done" && <Check aria-hidden size={12} strokeWidth={3} />}
            </span>
            <span aria-hidden className="-mb-2.5 w-0.5 flex-1 bg-line group-last:hidden" />
          </span>
          <span className={clsx("min-w-0 flex-1", state === "now" ? "font-semibold" : "text-muted")}>
            {t(code)}
            <span className="sr-only"> {t(`is.${state}`)}</span>
          </span>
          <span className="text-body text-muted">{at ? day(at) : by && t("by", { day: day(by) })}</span>
        </li>
      ))}
    </ol>
  );
}
