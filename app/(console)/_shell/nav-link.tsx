"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type NavLinkProps = { href: string; icon: ReactNode; count?: string | undefined; children: string };

export function NavLink({ href, icon, count, children }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      title={children}
      className={clsx(
        "flex min-h-8 items-center gap-2.5 rounded-control px-2 pointer-coarse:min-h-11 max-rail:justify-center forced-colors:border",
        isCurrent ? "bg-selected font-medium text-fg" : "text-muted hover:bg-sunken hover:text-fg",
      )}
    >
      <span className={clsx("flex shrink-0", isCurrent ? "text-accent" : "text-subtle")}>{icon}</span>
      <span className="min-w-0 flex-1 max-rail:sr-only">{children}</span>
      {count !== undefined && (
        <span className="font-medium text-micro text-subtle tabular-nums max-rail:sr-only">{count}</span>
      )}
    </Link>
  );
}
