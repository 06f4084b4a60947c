import type { ReactNode } from "react";
import { type Spellings, scoreOf } from "@/components/command-palette/match-command";

/** The order of the groups as long as nothing is typed. */
const GROUPS = ["acts", "jump", "navigate", "views", "create", "settings", "help"] as const;
export type CommandGroup = (typeof GROUPS)[number];

export type Command = {
  id: string;
  group: CommandGroup;
  label: string;
  hint?: string | undefined;
  icon: ReactNode;
  /** Keys that do the same, one after the other. */
  shortcut?: readonly string[];
  /** How else its label can be typed. */
  spellings?: Spellings;
  /** Stands in the list only when it is asked for. */
  isQuiet?: boolean;
  /** Where it was found by something other than its label. */
  score?: number;
  /** Shows what it is called where it is done: a dialog follows, so the palette closes first. */
  isAct?: boolean;
  run: () => void;
};

/** What is always offered for a text; it is no find. */
export const SEARCH = "search";

export type RankedGroup = { key: CommandGroup; items: readonly Command[] };

/** The commands that fit, the best first, in their groups; the group of the best one stands first. */
export function rankCommands(commands: readonly Command[], typed: string): RankedGroup[] {
  const isAsked = typed.trim() !== "";
  const scored = commands
    .map((command) => ({
      command,
      score: command.score ?? (isAsked ? scoreOf(typed, command.label, command.spellings) : 100),
    }))
    .filter(({ command, score }) => score > 0 && (isAsked || !command.isQuiet));
  const bestOf = (key: CommandGroup) =>
    Math.max(0, ...scored.filter(({ command }) => command.group === key).map(({ score }) => score));
  const groups = isAsked ? GROUPS.toSorted((a, b) => bestOf(b) - bestOf(a)) : GROUPS;
  return groups.flatMap((key) => {
    const items = scored.filter(({ command }) => command.group === key).toSorted((a, b) => b.score - a.score);
    return items.length === 0 ? [] : [{ key, items: items.map(({ command }) => command) }];
  });
}
