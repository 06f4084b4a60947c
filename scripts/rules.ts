import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complain } from "./checks/complain";
import { ruleIds, testTitles } from "./checks/rule-ids";

/**
 * `npm run rules`: prints rule → the tests whose titles carry it, and fails when a rule of rules.json has none.
 * `--quiet` prints those alone.
 */
const FOLDERS = ["app", "components", "db", "e2e", "lib"].filter((folder) => existsSync(folder));
const sentences: Record<string, string> = JSON.parse(readFileSync(new URL("rules.json", import.meta.url), "utf8"));
const carriers = new Map<string, string[]>(Object.keys(sentences).map((id) => [id, []]));

for (const file of FOLDERS.flatMap(testFiles)) {
  for (const title of testTitles(readFileSync(file, "utf8"))) {
    for (const id of ruleIds(title)) carriers.set(id, [...(carriers.get(id) ?? []), `${file} › ${title}`]);
  }
}

const shown = process.argv.includes("--quiet") ? [] : [...carriers];
for (const [id, tests] of shown.sort(([a], [b]) => a.localeCompare(b))) {
  console.log([`${id}  ${sentences[id] ?? ""}`, ...tests.map((test) => `        ${test}`)].join("\n"));
}
complain([...carriers].filter(([, tests]) => tests.length === 0).map(([id]) => `No test carries ${id}.`));

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
