import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_SOFT, type Tone } from "./tone";

type BadgeProps = { tone: Tone; icon?: LucideIcon; children: ReactNode; className?: string };

/** A status in words on its tone; a dot stands in when it has no icon of its own. */
export function Badge({ tone, icon: Icon, children, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex max-w-full items-center gap-1.25 rounded-badge border border-transparent px-1.5 py-px align-middle font-medium lg:whitespace-nowrap text-micro",
        TONE_SOFT[tone],
        className,
      )}
    >
      <span aria-hidden className={clsx("flex shrink-0", TONE_ICON[tone])}>
        {Icon ? <Icon size={13} strokeWidth={2} /> : <span className="m-[3.5px] size-1.5 rounded-full bg-current" />}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
