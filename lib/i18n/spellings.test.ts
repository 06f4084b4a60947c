import { describe, expect, it } from "vitest";
import { soundsOf, spellingsOfCommands } from "./spellings";

describe("spellings", () => {
  it("give Han characters the sounds they have where they stand", () => {
    expect(soundsOf("批准退货")).toEqual(["pi", "zhun", "tui", "huo"]);
    expect(soundsOf("银行")).toEqual(["yin", "hang"]);
    expect(soundsOf("绿色")).toEqual(["lv", "se"]);
  });

  it("leave other words as they are", () => {
    expect(soundsOf("导入 SKU（RMA）")).toEqual(["dao", "ru", "sku", "rma"]);
  });

  it("know every command in both languages, without what is filled in", () => {
    const spellings = spellingsOfCommands();
    expect(spellings["palette.commands.authorizeMany"]?.[0]).toEqual(["authorize"]);
    expect(spellings["palette.commands.authorizeMany"]?.[1]?.slice(0, 4)).toEqual(["pi", "zhun", "tui", "huo"]);
    expect(spellings["nav.audit"]).toEqual([["audit"], ["cao", "zuo", "ri", "zhi"]]);
    expect(Object.values(spellings).every(([en, zh]) => en?.length && zh?.length)).toBe(true);
  });
});
