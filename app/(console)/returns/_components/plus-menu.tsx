"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { paths } from "@/lib/i18n/paths";
import { type Exported, useExport } from "./export-menu";

type PlusMenuProps = Exported & { canDecide: boolean; canImport: boolean };

/** On a phone: what brings returns in, and takes the list away. */
export function PlusMenu({ canDecide, canImport, ...exported }: PlusMenuProps) {
  const t = useTranslations("returns");
  const words = useTranslations("export");
  const { form, entries } = useExport(exported);
  const ways = [
    ...(canDecide ? [{ key: "enter", label: t("enter"), href: paths.newReturn() }] : []),
    ...(canImport ? [{ key: "import", label: t("import"), href: paths.import }] : []),
  ];
  const sections = [
    { key: "in", entries: ways },
    { key: "out", label: words("action"), entries },
  ].filter((section) => section.entries.length > 0);
  if (sections.length === 0) return null;
  return (
    <div className="md:hidden">
      {form}
      <Menu
        sections={sections}
        trigger={<IconButton label={t("more")} icon={<Plus aria-hidden size={20} strokeWidth={1.75} />} size="lg" />}
      />
    </div>
  );
}
