import { describe, expect, it } from "vitest";
import { type Command, rankCommands } from "./command";

const command = (id: string, group: Command["group"], rest: Partial<Command> = {}): Command => ({
  id,
  group,
  label: id,
  icon: null,
  run: () => {},
  ...rest,
});
const COMMANDS = [
  command("Authorize 2 returns…", "acts"),
  command("Manage Returns", "navigate"),
  command("Audit", "navigate"),
  command("Theme: dark", "settings", { isQuiet: true }),
  command("New return", "create"),
];
const shown = (typed: string, more: readonly Command[] = []) =>
  rankCommands([...COMMANDS, ...more], typed).map(({ items }) => items.map(({ id }) => id));

describe("the palette's list", () => {
  it("keeps its order before anything is typed, without what is rarely wanted", () => {
    expect(shown("")).toEqual([["Authorize 2 returns…"], ["Manage Returns", "Audit"], ["New return"]]);
  });

  it("puts the group of what fits best first", () => {
    expect(shown("new")).toEqual([["New return"]]);
    expect(shown("ret")[0]).toEqual(["Authorize 2 returns…"]);
    expect(shown("manage")[0]).toEqual(["Manage Returns"]);
    expect(shown("dark")).toEqual([["Theme: dark"]]);
  });

  it("D36 puts the return that a number names before everything else, and others after it", () => {
    const found = [
      command("R-1001", "jump", { score: 35 }),
      command("R-100", "jump", { score: 1000 }),
      command("Search for it", "jump", { score: 1 }),
    ];
    expect(shown("new", found)[0]).toEqual(["R-100", "R-1001", "Search for it"]);
    expect(shown("new", found.slice(0, 1))).toEqual([["New return"], ["R-1001"]]);
  });
});
