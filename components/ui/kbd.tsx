import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-badge border border-line bg-sunken px-1.25 font-mono text-micro text-muted whitespace-nowrap">
      {children}
    </kbd>
  );
}
