import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeRouteWords } from "./write-route-words.mjs";

// It reads the whole product, which takes a busy machine longer than a test has.
test("a page is sent the words that its components ask for, in both languages, and not those of other pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "homeward-words-"));
  const routes = writeRouteWords(folder);
  const wordsOf = (path: string, locale: string) => {
    const parts = routes.find(([one]) => one.join("/") === path)?.[1] ?? [];
    return parts.map((part) => readFileSync(join(folder, `${part}.${locale}.json`), "utf8")).join("\n");
  };
  for (const locale of ["en", "zh-CN"]) {
    expect(wordsOf("returns", locale)).toContain('"columns"');
    expect(wordsOf("returns", locale)).not.toContain('"importReasons"');
    expect(wordsOf("signin", locale)).not.toContain('"columns"');
  }
});
