"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";

type NavLinkProps = { href: string; icon: ReactNode; count?: string | undefined; children: ReactNode };

export function NavLink({ href, icon, count, children }: NavLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "flex min-h-8.5 items-center gap-2.5 rounded-control border border-transparent px-2 transition-colors duration-150 pointer-coarse:min-h-11",
        isCurrent ? "bg-selected font-medium text-fg" : "text-muted hover:bg-sunken hover:text-fg",
      )}
    >
      <span className={clsx("flex shrink-0", isCurrent ? "text-accent" : "text-subtle")}>{icon}</span>
      <span className="min-w-0 flex-1">{children}</span>
      {count !== undefined && <Count>{count}</Count>}
    </Link>
  );
}
