"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/notify";
import type { SavedView } from "@/lib/returns/kept-views";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { useViews } from "./use-views";
import { isChanged, queryOf, viewHref } from "./view-query";

const SaveViewDialog = lazily(() => import("./save-view-dialog").then((module) => module.SaveViewDialog));

type ViewLineProps = { canSave: boolean; view: SavedView; filter: ReturnFilter };

/** The view that the list began as, and what to do about what has been changed since. */
export function ViewLine({ canSave, view, filter }: ViewLineProps) {
  const t = useTranslations("views");
  const { save, isRunning } = useViews();
  const [isSaving, setSaving] = useState(false);
  const hasChanged = isChanged(view, filter);
  const keep = async () => {
    const refused = await save({ ...view, query: queryOf(filter) });
    if (refused !== null) notify({ title: refused, tone: "warning" });
  };
  return (
    <section
      aria-label={t("current")}
      className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2 print:hidden"
    >
      <p className="inline-flex min-w-0 items-center gap-1.5">
        <Bookmark aria-hidden size={15} className="shrink-0 text-subtle" />
        <strong className="truncate font-semibold">{view.name}</strong>
        {!view.isOwn && <span className="text-small text-subtle">{t("sharedBy", { name: view.owner })}</span>}
      </p>
      {hasChanged && (
        <>
          <Badge tone="attention">{t("modified")}</Badge>
          <span className="flex flex-wrap gap-2">
            {view.isOwn && (
              <Button size="sm" variant="primary" isLoading={isRunning} onClick={() => void keep()}>
                {t("saveChanges")}
              </Button>
            )}
            {canSave && (
              <Button size="sm" aria-haspopup="dialog" onClick={() => setSaving(true)}>
                {t("saveAs")}
              </Button>
            )}
            <LinkButton size="sm" href={viewHref(view)}>
              {t("reset")}
            </LinkButton>
          </span>
        </>
      )}
      {isSaving && <SaveViewDialog filter={filter} onClose={() => setSaving(false)} />}
    </section>
  );
}
