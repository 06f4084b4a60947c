"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";

export const PHONE_ENTRY =
  "relative flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 border-transparent border-t-2 text-micro text-muted " +
  "-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-fg";

type PhoneLinkProps = { href: string; icon: ReactNode; count?: string | undefined; children: ReactNode };

export function PhoneLink({ href, icon, count, children }: PhoneLinkProps) {
  const pathname = usePathname();
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={isCurrent ? "page" : undefined} className={PHONE_ENTRY}>
      {icon}
      {children}
      {count !== undefined && (
        <span className="absolute start-1/2 top-1 ms-2">
          <Count>{count}</Count>
        </span>
      )}
    </Link>
  );
}
