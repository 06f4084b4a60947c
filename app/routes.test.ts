import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => ({ file, source: readFileSync(`${import.meta.dirname}/${file}`, "utf8") }));

it("every address that is no page is declared, and exports nothing beside", () => {
  expect(files.length).toBeGreaterThan(40);
  const declared = /^export const (GET|POST|PUT|PATCH|DELETE) = route\(\{$/;
  const odd = files.flatMap(({ file, source }) => {
    const exported = source.split("\n").filter((line) => /^\s*export\b|\bmodule\.exports\b/.test(line));
    const others = exported.filter((line) => !declared.test(line));
    return exported.length === 0 ? [`${file} exports nothing`] : others.map((line) => `${file}: ${line}`);
  });
  expect(odd).toEqual([]);
});

it("no address guards, reads what was sent or answers by hand", () => {
  const byHand =
    /\b(getSession|requireSession|requireSeller|guard\w+)\(|\bnew Response\b|\bResponse\.json\b|\breadBody\(/;
  expect(files.filter(({ source }) => byHand.test(source)).map(({ file }) => file)).toEqual([]);
});

it("has a name in the log of its own", () => {
  const names = files.flatMap(({ source }) =>
    [...source.matchAll(/^ {2}name: "([\w.]+)",$/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThanOrEqual(files.length);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

it("every page says who may see it", () => {
  const pages = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => ({ file, source: readFileSync(`${import.meta.dirname}/${file}`, "utf8") }));
  expect(pages.length).toBeGreaterThan(30);
  const declared = /^export default page\(\{ needs: (?:"[\w:]+"|\{ buyer: "return" \}), show: \w+ \}\);$/m;
  expect(pages.filter(({ source }) => !declared.test(source)).map(({ file }) => file)).toEqual([]);
});
