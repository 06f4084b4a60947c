"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Shortcut } from "@/components/ui/shortcut";
import type { Command, CommandGroup, RankedGroup } from "./command";

type PaletteListProps = {
  groups: readonly RankedGroup[];
  /** Instead of what the group is usually called. */
  titles: Partial<Record<CommandGroup, string | undefined>>;
  onChoose: (command: Command) => void;
};

/** The commands that fit, in their groups; the list that the field moves in. */
export function PaletteList({ groups, titles, onChoose }: PaletteListProps) {
  const t = useTranslations("palette");
  return (
    <Autocomplete.List
      aria-label={t("results")}
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2 empty:hidden"
    >
      {groups.map(({ key, items }) => (
        <Autocomplete.Group key={key} items={items} className="mb-1.5 last:mb-0">
          <Autocomplete.GroupLabel className="px-2 py-1 font-medium text-micro text-subtle">
            {titles[key] ?? t(`groups.${key}`)}
          </Autocomplete.GroupLabel>
          {items.map((command) => (
            <Entry key={command.id} command={command} onChoose={onChoose} />
          ))}
        </Autocomplete.Group>
      ))}
    </Autocomplete.List>
  );
}

function Entry({ command, onChoose }: { command: Command; onChoose: (command: Command) => void }) {
  const t = useTranslations("shell");
  const { label, hint, icon, shortcut = [] } = command;
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onChoose(command)}
      className="flex cursor-default items-center gap-2.5 rounded-control px-2 py-1.5 outline-none data-highlighted:bg-selected pointer-coarse:min-h-11 forced-colors:data-highlighted:outline-2"
    >
      <span className="flex shrink-0 text-subtle">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {hint && <span className="block truncate text-small text-subtle">{hint}</span>}
      </span>
      {shortcut.length > 0 && (
        <span className="flex shrink-0 items-center gap-1 text-micro text-subtle pointer-coarse:hidden">
          {shortcut.map((key, index) => (
            <Fragment key={key}>
              {index > 0 && <span className="sr-only">{t("then")}</span>}
              <Shortcut of={key} />
            </Fragment>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  );
}
