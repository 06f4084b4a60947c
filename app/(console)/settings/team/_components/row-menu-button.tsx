"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { IconButton } from "@/components/ui/icon-button";

type RowMenuButtonProps = Partial<ComponentProps<typeof IconButton>> & { name: string };

/** Opens what can be done about one person. */
export function RowMenuButton({ name, ...rest }: RowMenuButtonProps) {
  const t = useTranslations("team");
  return (
    <IconButton
      {...rest}
      size="sm"
      label={t("actionsFor", { name })}
      icon={<EllipsisVertical aria-hidden size={16} />}
    />
  );
}
