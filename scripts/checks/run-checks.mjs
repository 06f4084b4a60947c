import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../setup/command.mjs";
import { countPlaywright, countVitest } from "./count.mjs";

const bin = (path) => join("node_modules", path);
const tsx = (script, ...args) => [["--import", "tsx", script, ...args]];
const NEXT = bin("next/dist/bin/next");
const VITEST = bin("vitest/vitest.mjs");

/** Each counts as one test: it passes or it fails. `runs` are programs of Node, one after the other. */
export const STATIC_CHECKS = [
  { name: "format and lint", runs: [[bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]] },
  { name: "unused code", runs: [[bin("knip/bin/knip.js")]] },
  {
    name: "types",
    runs: [
      [NEXT, "typegen"],
      [bin("typescript/bin/tsc"), "--noEmit"],
    ],
  },
  {
    name: "import rules",
    runs: [
      [
        bin("dependency-cruiser/bin/dependency-cruise.mjs"),
        "--config",
        ".dependency-cruiser.cjs",
        ..."app components lib db e2e".split(" "),
      ],
    ],
  },
  { name: "lock file and security floor", runs: tsx("scripts/lock-check.ts") },
  { name: "messages in both languages", runs: tsx("scripts/message-check.ts") },
  { name: "rules with a test each", runs: tsx("scripts/rules.ts", "--quiet") },
];

const vitest = (name, project) => ({
  name,
  count: countVitest,
  runs: (report) => [
    [VITEST, "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ],
});

export const UNIT_TESTS = vitest("unit tests", "unit");
export const DATABASE_TESTS = vitest("database tests", "db");
export const BROWSER_TESTS = {
  name: "browser tests",
  count: countPlaywright,
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  runs: () => [[bin("@playwright/test/cli.js"), "test", "--reporter=list,json"]],
};

/**
 * Runs every check, also after one that failed, and ends with the line `N passed, N failed`. Answers the exit code: 1
 * when anything failed or nothing ran.
 */
export async function runChecks(checks) {
  const folder = mkdtempSync(join(tmpdir(), "homeward-checks-"));
  const results = [];
  let isStopped = false;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => (isStopped = true));
  for (const [index, check] of checks.entries()) {
    if (isStopped) break;
    console.log(`\n── ${check.name}`);
    const started = Date.now();
    const result = check.count ? await runSuite(check, join(folder, `${index}.json`)) : await runStatic(check);
    results.push({ name: check.name, seconds: Math.round((Date.now() - started) / 1000), ...result });
  }
  rmSync(folder, { recursive: true, force: true });
  console.log("");
  console.table(results);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return isStopped || sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
}

async function runStatic({ runs }) {
  const isGood = (await runAll(runs)) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

/** A suite that ends badly without naming a failed test failed as a whole. */
async function runSuite({ runs, count, env }, report) {
  const code = await runAll(runs(report), env?.(report));
  const { passed, failed } = count(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runAll(runs, extra = {}) {
  for (const args of runs) {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extra };
    const code = await runCommand(process.execPath, args, { env });
    if (code !== 0) return code;
  }
  return 0;
}
