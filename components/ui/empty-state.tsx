import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  title: ReactNode;
  /** Why it is empty, and what would fill it. */
  children?: ReactNode;
  /** One next action. */
  action?: ReactNode;
  icon?: LucideIcon;
};

export function EmptyState({ title, children, action, icon: Icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {Icon && <Icon aria-hidden size={28} strokeWidth={1.5} className="mb-3 text-subtle" />}
      <div className="heading text-h2">{title}</div>
      {children && <div className="mt-1 max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
