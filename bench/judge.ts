import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * `npm run bench:judge`: how many requests are judged a second and core, bundled as the worker is, beside a loop that does
 * nothing but look at each. By the processor's time of this process: what else runs on the machine counts little.
 */
const WARM = 20;
const ROUNDS = 9;
const TURNS = 20;

const outdir = mkdtempSync(join(tmpdir(), "homeward-judge-"));
try {
  const outfile = join(outdir, "judge-loop.mjs");
  const how = { bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "warning" } as const;
  await build({ entryPoints: ["bench/judge-loop.ts"], outfile, ...how });
  const { LOOPS, PER_ROUND }: typeof import("./judge-loop") = await import(pathToFileURL(outfile).href);

  const perSecond = (loop: () => number): number => {
    for (let turn = 0; turn < WARM; turn++) loop();
    const spans = Array.from({ length: ROUNDS }, () => {
      const before = process.cpuUsage();
      for (let turn = 0; turn < TURNS; turn++) loop();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    });
    return (TURNS * PER_ROUND) / (spans.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN);
  };
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  console.info(`${new Date().toISOString().slice(0, 10)} ${commit} · ${cpus()[0]?.model} · Node ${process.version}`);
  const bare = perSecond(LOOPS["bare loop"]);
  for (const [name, loop] of Object.entries(LOOPS)) {
    const rate = perSecond(loop);
    const figure = Math.round(rate).toLocaleString("en").padStart(12);
    console.info(`${name.padEnd(22)} ${figure} a second and core   1 : ${(bare / rate).toFixed(1)}`);
  }
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
