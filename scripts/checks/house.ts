import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const CODE = /\.(ts|tsx|mjs|cjs|js)$/;
const TEST = /\.(test|spec)\.tsx?$|(^|\/)testing[^/]*\.ts$|-testing\.ts$|\/testdata\/|^e2e\//;
/** Generated or handed over as it is. */
const NOT_OURS = /^db\/migrations\/|^next-env\.d\.ts$/;

export const LINES_AT_MOST = 300;
export const CRUMB_BELOW = 15;

export type SourceFile = { path: string; lines: number; isTest: boolean };

/** Every file of code that is kept, with its lines. */
export const sourceFiles = (): SourceFile[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8", maxBuffer: 1e8 })
    .split("\n")
    .filter((path) => CODE.test(path) && !NOT_OURS.test(path))
    .flatMap((path) => {
      const text = readIfThere(path);
      return text === null ? [] : [{ path, lines: text.split("\n").length - 1, isTest: TEST.test(path) }];
    });

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Deleted and not yet committed.
    return null;
  }
}

export const tooLong = (files: readonly SourceFile[]): SourceFile[] =>
  files.filter(({ lines }) => lines > LINES_AT_MOST).sort((a, b) => b.lines - a.lines);

/** The measures of ARCHITECTURE.md for files that are no tests. */
export function measures(files: readonly SourceFile[]) {
  const lines = files
    .filter(({ isTest }) => !isTest)
    .map((file) => file.lines)
    .sort((a, b) => a - b);
  const at = (share: number) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  const sum = (some: readonly SourceFile[]) => some.reduce((total, file) => total + file.lines, 0);
  return {
    files: lines.length,
    lines: sum(files.filter(({ isTest }) => !isTest)),
    testLines: sum(files.filter(({ isTest }) => isTest)),
    median: at(0.5),
    p90: at(0.9),
    max: lines.at(-1) ?? 0,
    crumbs: lines.filter((count) => count < CRUMB_BELOW).length,
  };
}
