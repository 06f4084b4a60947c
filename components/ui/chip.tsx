"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaLink } from "./busy-area";

const CHIP =
  "inline-flex min-h-7 items-center rounded-full border text-small transition-colors duration-150 pointer-coarse:min-h-11";

type ChipProps = {
  /** Readable alone: "Verdict: out of policy". */
  label: string;
  /** Where the list stands without this filter. */
  removeHref: string;
};

/** A filter that is on, with its way off. */
export function Chip({ label, removeHref }: ChipProps) {
  const t = useTranslations("common");
  return (
    <span className={clsx(CHIP, "border-line bg-surface ps-2.5")}>
      {label}
      <AreaLink
        href={removeHref}
        aria-label={t("remove", { what: label })}
        className="ms-0.5 flex size-7 items-center justify-center rounded-full text-subtle hover:text-fg pointer-coarse:size-11"
      >
        <X aria-hidden size={14} />
      </AreaLink>
    </span>
  );
}

type ChipLinkProps = { href: string; isActive: boolean; children: ReactNode; icon?: ReactNode };

/** A quick filter: a link that turns one on or off. */
export function ChipLink({ href, isActive, children, icon }: ChipLinkProps) {
  return (
    <AreaLink
      href={href}
      aria-current={isActive ? "true" : undefined}
      className={clsx(
        CHIP,
        "gap-1.5 px-2.5",
        isActive
          ? "border-accent bg-selected font-medium text-fg"
          : "border-line bg-surface text-muted hover:border-control hover:text-fg",
      )}
    >
      {icon}
      {children}
    </AreaLink>
  );
}
