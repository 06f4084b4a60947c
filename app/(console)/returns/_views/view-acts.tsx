"use client";

import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { AreaLink } from "@/components/ui/busy-area";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { IconButton } from "@/components/ui/icon-button";
import { lazily } from "@/components/ui/lazily";
import { notify } from "@/components/ui/notify";
import type { SavedView } from "@/lib/returns/kept-views";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { useViews } from "./use-views";
import { isChanged, queryOf, viewHref } from "./view-query";

// They come when they are opened; most people only look.
const SaveViewDialog = lazily(() => import("./save-view-dialog").then((module) => module.SaveViewDialog));
const ManageViewsDialog = lazily(() => import("./manage-views-dialog").then((module) => module.ManageViewsDialog));

type ViewActsProps = {
  /** Platform support looks at a seller's lists, and keeps none. */
  canSave: boolean;
  views: readonly SavedView[];
  /** The view that the list began as. */
  current: SavedView | null;
  filter: ReturnFilter;
};

const SMALL = "min-h-7! whitespace-nowrap px-2! pointer-coarse:min-h-11!";

/** What can be done about views: keep the list as one, keep what was changed of one, and put one's own in order. */
export function ViewActs({ canSave, views, current, filter }: ViewActsProps) {
  const t = useTranslations("views");
  const { save, isRunning } = useViews();
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const own = views.filter(({ isOwn }) => isOwn);
  const hasChanged = current !== null && isChanged(current, filter);
  const keep = async () => {
    const refused = current && (await save({ ...current, query: queryOf(filter) }));
    if (refused) notify({ title: refused, tone: "warning" });
  };
  if (!canSave && !hasChanged) return null;
  return (
    <section aria-label={t("current")} className="flex items-center gap-1 max-md:hidden">
      {hasChanged && (
        <>
          <Badge tone="attention">{t("modified")}</Badge>
          {current.isOwn && (
            <Button size="sm" variant="ghost" className={SMALL} isLoading={isRunning} onClick={() => void keep()}>
              {t("saveChanges")}
            </Button>
          )}
          <AreaLink href={viewHref(current)} className={buttonClass("ghost", "sm", SMALL)}>
            {t("reset")}
          </AreaLink>
        </>
      )}
      {canSave && (
        <Button size="sm" variant="ghost" className={SMALL} aria-haspopup="dialog" onClick={() => setDialog("save")}>
          {hasChanged ? t("saveAs") : t("saveAction")}
        </Button>
      )}
      {own.length > 0 && (
        <IconButton
          size="sm"
          className="min-h-7! w-7! pointer-coarse:min-h-11! pointer-coarse:w-11!"
          label={t("manage")}
          icon={<Settings2 aria-hidden size={15} />}
          aria-haspopup="dialog"
          onClick={() => setDialog("manage")}
        />
      )}
      {dialog === "save" && <SaveViewDialog filter={filter} onClose={() => setDialog(null)} />}
      {dialog === "manage" && <ManageViewsDialog views={own} onClose={() => setDialog(null)} />}
    </section>
  );
}
