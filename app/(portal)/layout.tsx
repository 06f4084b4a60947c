import type { ReactNode } from "react";

/** What buyers see: light whatever the console's theme is, and made for a phone. */
export default function PortalLayout({ children }: { children: ReactNode }) {
  return (
    <div data-theme="light" className="min-h-dvh bg-canvas text-fg text-h2">
      {children}
    </div>
  );
}
