import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../setup/command.mjs";
import { countPlaywright, countVitest } from "./count.mjs";

const bin = (path) => join("node_modules", path);
const tsx = (script, ...args) => [["--import", "tsx", script, ...args]];
const NEXT = bin("next/dist/bin/next");
const VITEST = bin("vitest/vitest.mjs");

/** Each counts as one test: it passes or it fails. `runs` are programs of Node, one after the other; the longest first. */
export const STATIC_CHECKS = [
  {
    name: "types",
    // A checker more would do much of the work twice, on a core that another check has.
    runs: [
      [NEXT, "typegen"],
      [bin("typescript-native/bin/tsc"), "--noEmit", "--incremental", "false", "--checkers", "1"],
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
  { name: "unused code", runs: [[bin("knip/bin/knip.js")]] },
  { name: "rules with a test each", runs: tsx("scripts/rules.ts", "--quiet") },
  { name: "format and lint", runs: [[bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]] },
  { name: "messages in both languages", runs: tsx("scripts/message-check.ts") },
  { name: "lock file and security floor", runs: tsx("scripts/lock-check.ts") },
];

const vitest = (name, ...projects) => ({
  name,
  count: countVitest,
  runs: (report) => [
    [
      VITEST,
      "run",
      ...projects.map((project) => `--project=${project}`),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
  ],
});

export const UNIT_TESTS = vitest("unit tests", "unit");
export const DATABASE_TESTS = vitest("database tests", "db", "db-next");
/** What the browser tests start; built while the database tests leave a core free. */
export const BUILD = {
  name: "build",
  env: { HOMEWARD_DIST_DIR: ".next-test" },
  runs: tsx("scripts/build.ts"),
};
export const BROWSER_TESTS = {
  name: "browser tests",
  count: countPlaywright,
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  runs: () => [[bin("@playwright/test/cli.js"), "test", "--reporter=list,json"]],
};

/**
 * Runs every check, also after one that failed, and ends with the line `N passed, N failed`. Answers the exit code: 1
 * when anything failed or nothing ran. The checks of one step run beside each other, one on each core.
 */
export async function runChecks(steps) {
  const folder = mkdtempSync(join(tmpdir(), "homeward-checks-"));
  const results = [];
  const isStopped = { now: false };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => (isStopped.now = true));
  for (const checks of steps) results.push(...(await runStep(checks, folder, isStopped)));
  rmSync(folder, { recursive: true, force: true });
  console.log("");
  console.table(results);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return isStopped.now || sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
}

async function runStep(checks, folder, isStopped) {
  const results = [];
  const waiting = [...checks];
  const lane = async () => {
    for (let check = waiting.shift(); check && !isStopped.now; check = waiting.shift())
      results.push(await runCheck(check, join(folder, `${check.name}.json`), checks.length > 1));
  };
  await Promise.all(checks.slice(0, availableParallelism()).map(lane));
  return results;
}

/** What runs beside others is shown when it has ended, so that their words do not mix. */
async function runCheck(check, report, hasCompany) {
  const said = [];
  const title = `\n── ${check.name}`;
  if (!hasCompany) console.log(title);
  const started = Date.now();
  const run = (runs, extra) => runAll(runs, extra, hasCompany ? (part) => said.push(part) : undefined);
  const result = check.count ? await runSuite(check, report, run) : await runStatic(check, run);
  if (hasCompany) console.log(`${title}\n${Buffer.concat(said)}`);
  return { name: check.name, seconds: Math.round((Date.now() - started) / 1000), ...result };
}

async function runStatic({ runs, env }, run) {
  const isGood = (await run(runs, env)) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

/** A suite that ends badly without naming a failed test failed as a whole. */
async function runSuite({ runs, count, env }, report, run) {
  const code = await run(runs(report), env?.(report));
  const { passed, failed } = count(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runAll(runs, extra = {}, heard = undefined) {
  for (const args of runs) {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extra };
    const code = await runCommand(process.execPath, args, { env, heard });
    if (code !== 0) return code;
  }
  return 0;
}
