"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";

type SelectMenuProps = {
  pageCount: number;
  matching: number;
  onNone: () => void;
  onPage: () => void;
  onMatching: () => void;
};

/** Beside the header's box: nothing, this page, or everything that matches. */
export function SelectMenu({ pageCount, matching, onNone, onPage, onMatching }: SelectMenuProps) {
  const t = useTranslations("returns.bulk");
  const total = { total: Math.min(matching, 1000), isMore: String(matching > 1000) };
  return (
    <Menu
      align="start"
      trigger={
        <IconButton
          size="sm"
          className="ms-1 min-h-6! w-6! pointer-coarse:min-h-11! pointer-coarse:w-11!"
          label={t("choose")}
          icon={<ChevronDown aria-hidden size={14} />}
        />
      }
      sections={[
        {
          key: "select",
          entries: [
            { key: "none", label: t("none"), onSelect: onNone },
            { key: "page", label: t("page", { count: pageCount }), onSelect: onPage },
            { key: "matching", label: t("selectMatching", total), onSelect: onMatching },
          ],
        },
      ]}
    />
  );
}
