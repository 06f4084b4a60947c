"use client";

import { Ban, Ellipsis, PanelRight, SquareArrowOutUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { byMove } from "@/lib/policy/machines/return/kinds-of-status";
import type { ListRow, RowMove } from "../list-row";
import { useTick } from "./use-tick";

type RowActionsProps = {
  row: ListRow;
  detailHref: string;
  /** Null where the person's role decides nothing. */
  onMove: ((move: RowMove["move"], row: ListRow) => void) | null;
  onPeek: (id: string) => void;
};

const WIDE = "whitespace-nowrap px-2! max-lg:min-h-11 max-lg:flex-1";

function OpenLink({ row, detailHref }: Omit<RowActionsProps, "onMove" | "onPeek">) {
  const t = useTranslations("returns.actions");
  return (
    <LinkButton
      href={detailHref}
      size="sm"
      className="max-lg:min-h-11 max-lg:w-full"
      aria-label={t("openNamed", { name: row.name })}
    >
      {t("open")}
    </LinkButton>
  );
}

/** Decided here: what is left is to do it there, and to say so. */
function TickActions({ row, detailHref }: Omit<RowActionsProps, "onMove" | "onPeek">) {
  const t = useTranslations("returns.actions");
  const { tick, isRunning } = useTick();
  const { name } = row;
  return (
    <div className="flex flex-col items-end gap-1 max-lg:flex-row max-lg:items-center">
      <Button
        size="sm"
        className={WIDE}
        isLoading={isRunning}
        aria-label={t("tickNamed", { name })}
        onClick={() => tick(row)}
      >
        {t("tick")}
      </Button>
      <span className="max-lg:flex-1">
        <OpenLink row={row} detailHref={detailHref} />
      </span>
    </div>
  );
}

/** What can be done with a row, as the server's own rules say; what cannot be done says why. */
export function RowActions({ row, detailHref, onMove, onPeek }: RowActionsProps) {
  const t = useTranslations("returns.actions");
  const peek = useTranslations("peek");
  const words = useRefusalWords();
  const { authorize, close } = byMove(row.moves);
  if (onMove && row.openHandover) return <TickActions row={row} detailHref={detailHref} />;
  if (!onMove || !authorize || authorize.refusal) return <OpenLink row={row} detailHref={detailHref} />;
  const entries: MenuEntry[] = [
    ...(close
      ? [
          {
            key: "close",
            label: t("close"),
            icon: <Ban aria-hidden size={16} />,
            shortcut: "c",
            isDisabled: close.refusal !== null,
            hint: close.refusal?.code === "prepaid_eligible" ? words({ code: "prepaid_eligible" }) : undefined,
            onSelect: () => onMove("close", row),
          },
        ]
      : []),
    {
      key: "peek",
      label: peek("action"),
      icon: <PanelRight aria-hidden size={16} />,
      shortcut: "Space",
      onSelect: () => onPeek(row.id),
    },
    { key: "open", label: t("open"), icon: <SquareArrowOutUpRight aria-hidden size={16} />, href: detailHref },
  ];
  return (
    <div className="flex items-center gap-0.5 max-xl:gap-1 lg:max-xl:flex-col lg:max-xl:items-end xl:justify-end">
      <Button
        size="sm"
        className={WIDE}
        aria-label={t("authorizeNamed", { name: row.name })}
        onClick={() => onMove("authorize", row)}
      >
        {t("authorize")}
      </Button>
      <Menu
        trigger={
          <IconButton
            size="sm"
            className="max-lg:size-11"
            label={t("moreNamed", { name: row.name })}
            icon={<Ellipsis aria-hidden size={16} />}
          />
        }
        sections={[{ key: "row", entries }]}
      />
    </div>
  );
}
