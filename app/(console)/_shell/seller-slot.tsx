"use client";

import { ChevronsUpDown, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { ShellViewer } from "./shell-viewer";

/** Whose returns these are; a link to the choice when there is one. */
export function SellerSlot({ viewer, onNavigate }: { viewer: ShellViewer; onNavigate?: () => void }) {
  const t = useTranslations("shell");
  const name = viewer.sellerName ?? t("chooseSeller");
  const box =
    "flex min-h-8 items-center gap-2.5 rounded-control px-2 pointer-coarse:min-h-11 max-rail:md:justify-center";
  const words = (
    <>
      <Store aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-subtle" />
      <span className="sr-only">{t("seller")} </span>
      <span className="min-w-0 flex-1 truncate font-medium max-rail:md:sr-only" title={name}>
        {name}
      </span>
      {viewer.isDemo && (
        <span className="flex max-rail:md:sr-only">
          <Badge tone="info">{t("demo")}</Badge>
        </span>
      )}
    </>
  );
  if (!viewer.canSwitchSeller) return <p className={box}>{words}</p>;
  return (
    <Link href={paths.sellers} onClick={onNavigate} className={`${box} hover:bg-sunken`}>
      {words}
      <span className="sr-only">{t("switchSeller")}</span>
      <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-subtle max-rail:md:hidden" />
    </Link>
  );
}
