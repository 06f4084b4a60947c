import { clsx } from "clsx";
import { ChevronRight, CircleCheck, CircleHelp, CircleSlash } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney, type Money } from "@/lib/kernel/money";

const LOOK = {
  ready: { icon: CircleCheck, tone: "text-tone-success-icon" },
  decide: { icon: CircleHelp, tone: "text-tone-warning-icon" },
  skipped: { icon: CircleSlash, tone: "text-tone-neutral-icon" },
} as const;

type PreviewGroupProps = {
  kind: keyof typeof LOOK;
  title: ReactNode;
  count: number;
  shown: number;
  totals: readonly Money[];
  unknownValues: number;
  /** Opens by itself where somebody has to look. */
  isOpen?: boolean;
  /** Between the heading and the rows, also while they are folded away. */
  choice?: ReactNode;
  children: ReactNode;
};

/** One group of a preflight: how many, worth what, and on demand which. */
export function PreviewGroup(props: PreviewGroupProps) {
  const { kind, title, count, shown, totals, unknownValues, isOpen = false, choice, children } = props;
  const t = useTranslations("bulk");
  const locale = useLocale();
  const { icon: Icon, tone } = LOOK[kind];
  const worth = [
    ...totals.filter(({ amountMinor }) => amountMinor !== 0).map((total) => formatMoney(total, locale)),
    ...(unknownValues > 0 ? [t("unknownValues", { count: unknownValues })] : []),
  ].join(" · ");
  const heading = (
    <>
      <Icon aria-hidden size={18} strokeWidth={1.75} className={clsx("shrink-0", tone)} />
      <span className="shrink-0 font-semibold tabular-nums">
        {title} {count.toLocaleString(locale)}
      </span>
      {worth && <span className="ms-auto text-end text-muted text-small tabular-nums">{worth}</span>}
    </>
  );
  const line = "flex min-h-11 w-full items-center gap-2 px-3.5 py-2";
  return (
    <div className="overflow-clip rounded-card border border-line">
      {count === 0 ? (
        <p className={line}>{heading}</p>
      ) : (
        <details open={isOpen} className="group">
          <summary
            className={clsx(line, "cursor-pointer list-none hover:bg-sunken [&::-webkit-details-marker]:hidden")}
          >
            <ChevronRight
              aria-hidden
              size={16}
              className="shrink-0 text-subtle transition-transform duration-150 group-open:rotate-90"
            />
            {heading}
          </summary>
          {children}
          {shown < count && (
            <p className="border-line border-t px-3.5 py-2 text-small text-subtle">{t("shown", { shown, count })}</p>
          )}
        </details>
      )}
      {choice && count > 0 && <div className="border-line border-t px-3.5 py-3">{choice}</div>}
    </div>
  );
}
