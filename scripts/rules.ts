import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complain } from "./checks/complain";
import { ruleIds, testTitles } from "./checks/rule-ids";
import { complaintsOf, countStates, parseRules } from "./checks/rule-states";

/**
 * `npm run rules`: every rule with its state and the tests that prove it through the product, then how many are built,
 * partly built and left for later. Fails for a built one without such a test. `--quiet` prints complaints alone.
 */
const FOLDERS = ["app", "components", "db", "e2e", "lib"].filter((folder) => existsSync(folder));
const rules = parseRules(readFileSync(new URL("rules.json", import.meta.url), "utf8"));
const provers = new Map<string, string[]>();

for (const file of FOLDERS.flatMap(productTests)) {
  for (const title of testTitles(readFileSync(file, "utf8"))) {
    for (const id of ruleIds(title)) provers.set(id, [...(provers.get(id) ?? []), `${file} › ${title}`]);
  }
}

if (!process.argv.includes("--quiet")) {
  for (const rule of rules) {
    const { id, words, state } = rule;
    const missing = rule.state === "partly" ? [`        missing: ${rule.missing}`] : [];
    const tests = (provers.get(id) ?? []).map((test) => `        ${test}`);
    console.log([`${id}  ${state.padEnd(6)}  ${words}`, ...missing, ...tests].join("\n"));
  }
  const { built, partly, later } = countStates(rules);
  console.log(`\n${rules.length} rules: ${built} built, ${partly} partly, ${later} later`);
}
complain(complaintsOf(rules, provers));

/** What goes through the product: tests on a real database and in a browser. A pure test is handed its facts. */
function productTests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(db\.test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
