import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_SOFT, type Tone } from "./tone";

const ICON: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  attention: TriangleAlert,
  warning: TriangleAlert,
  critical: CircleAlert,
  success: CircleCheck,
  dispute: Info,
  done: CircleCheck,
};

type BannerProps = {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links at the end. */
  actions?: ReactNode;
  /** Announce it when it appears: "alert" interrupts, "status" waits. */
  role?: "alert" | "status";
  className?: string;
};

export function Banner({ tone, title, children, actions, role, className }: BannerProps) {
  const Icon = ICON[tone];
  return (
    <div
      role={role}
      className={clsx(
        "flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-card border border-transparent px-3 py-2.5",
        TONE_SOFT[tone],
        className,
      )}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} className={clsx("mt-px shrink-0", TONE_ICON[tone])} />
      <div className="min-w-0 flex-1 basis-52">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
