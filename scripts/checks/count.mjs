import { existsSync, readFileSync } from "node:fs";

const NOTHING = { passed: 0, failed: 0 };

const read = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null);

/** A file that could not even be loaded is a failed test of its own. */
export function countVitest(report) {
  const result = read(report);
  if (!result) return NOTHING;
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: result.numPassedTests, failed: result.numFailedTests + unloaded.length };
}

/** What passed only at the second try did not pass. */
export function countPlaywright(report) {
  const stats = read(report)?.stats;
  return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : NOTHING;
}
