"use client";

import { BookmarkPlus, ChevronDown, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { Menu } from "@/components/ui/menu";
import type { SavedView } from "@/lib/returns/kept-views";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { viewHref } from "./view-query";

// They come when they are opened; most people only look.
const SaveViewDialog = lazily(() => import("./save-view-dialog").then((module) => module.SaveViewDialog));
const ManageViewsDialog = lazily(() => import("./manage-views-dialog").then((module) => module.ManageViewsDialog));

type ViewsMenuProps = {
  /** Platform support looks at a seller's lists, and keeps none. */
  canSave: boolean;
  views: readonly SavedView[];
  viewId: string | null;
  filter: ReturnFilter;
};

/** The lists that were kept, one's own and the shared ones. */
export function ViewsMenu({ canSave, views, viewId, filter }: ViewsMenuProps) {
  const t = useTranslations("views");
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const own = views.filter(({ isOwn }) => isOwn);
  const others = views.filter(({ isOwn }) => !isOwn);
  const entry = (view: SavedView) => ({
    key: view.id,
    label: view.name,
    hint: view.isOwn ? (view.isShared ? t("sharedHint") : undefined) : t("sharedBy", { name: view.owner }),
    href: viewHref(view),
    isChecked: view.id === viewId,
  });
  if (!canSave && views.length === 0) return null;
  return (
    <>
      <Menu
        trigger={
          <Button className="whitespace-nowrap">
            {t("menu")}
            <ChevronDown aria-hidden size={15} className="text-subtle" />
          </Button>
        }
        sections={[
          ...(own.length > 0 ? [{ key: "own", label: t("own"), entries: own.map(entry) }] : []),
          ...(others.length > 0 ? [{ key: "others", label: t("others"), entries: others.map(entry) }] : []),
          ...(canSave
            ? [
                {
                  key: "acts",
                  entries: [
                    {
                      key: "save",
                      label: t("save"),
                      hint: views.length === 0 ? t("none") : undefined,
                      icon: <BookmarkPlus aria-hidden size={16} />,
                      onSelect: () => setDialog("save"),
                    },
                    ...(own.length > 0
                      ? [
                          {
                            key: "manage",
                            label: t("manage"),
                            icon: <Settings2 aria-hidden size={16} />,
                            onSelect: () => setDialog("manage"),
                          },
                        ]
                      : []),
                  ],
                },
              ]
            : []),
        ]}
      />
      {dialog === "save" && <SaveViewDialog filter={filter} onClose={() => setDialog(null)} />}
      {dialog === "manage" && <ManageViewsDialog views={own} onClose={() => setDialog(null)} />}
    </>
  );
}
