import { describe, expect, it } from "vitest";
import { canonicalLanguage, languageFor, languageName, languagesWith, textFor } from "./buyer-languages";
import { languageSchema } from "./schemas";

describe("a language of buyers", () => {
  it.each([
    ["de", "de"],
    ["PT-br", "pt-BR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["", null],
    ["not a tag", null],
    ["x".repeat(40), null],
    ["<script>", null],
  ])("%j is %j", (text, tag) => {
    expect(canonicalLanguage(text)).toBe(tag);
    expect(languageSchema.safeParse(text).success).toBe(tag === text);
  });

  it("is met as it is, then by its first part, and not at all where nobody wrote in it", () => {
    expect(languageFor("pt-BR", ["pt", "pt-BR"])).toBe("pt-BR");
    expect(languageFor("de-AT", ["en", "de"])).toBe("de");
    expect(languageFor("pl", ["en", "de"])).toBeNull();
    expect(languageFor(null, ["en"])).toBeNull();
  });

  it("S4-04 a text is the buyer's, else English, else what there is, else nothing", () => {
    const texts = { de: "Gut verpacken.", en: "Pack well.", fr: "" };
    expect(textFor(texts, "de-CH")).toBe("Gut verpacken.");
    expect(textFor(texts, "fr")).toBe("Pack well.");
    expect(textFor(texts, null)).toBe("Pack well.");
    expect(textFor({ "zh-CN": "包好" }, "ja")).toBe("包好");
    expect(textFor({}, "en")).toBe("");
  });

  it("has a name for each reader, and is offered beside the seven", () => {
    expect(languageName("zh-CN", "en")).toBe("Chinese");
    expect(languageName("pl", "zh-CN")).toBe("波兰语");
    expect(languagesWith(["pl", "de"])).toEqual(["en", "zh-CN", "de", "fr", "es", "it", "ja", "pl"]);
  });
});
