import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const CODE = /\.(ts|tsx|mjs|cjs|js)$/;
const TEST = /\.(test|spec)\.tsx?$|(^|\/)testing[^/]*\.ts$|-testing\.ts$|\/testdata\/|^e2e\//;
/** Generated or handed over as it is. */
const NOT_OURS = /^db\/migrations\/|^next-env\.d\.ts$/;

export const LINES_AT_MOST = 300;
export const CRUMB_BELOW = 15;

/** May only fall: who folds a crumb or makes the checker name a folder instead of files writes the new number. */
export const CRUMBS_AT_MOST = 55;
export const NAMED_FILES_AT_MOST = 2;

/** A file of its own because something finds it by its place: Next, a tool, a thread, a machine or a list of rules. */
const HAS_ITS_PLACE =
  /(^|\/)(page|route|layout|error|not-found|loading|actions)\.tsx?$|\.config\.m?[jt]s$|\.d\.m?ts$|^lib\/policy\/(machines\/[^/]+|judging\/rules)\/|-in-thread\.ts$|thread-entry\.mjs$|^scripts\/[^/]+\.(ts|mjs)$|^components\/ui\//;

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

/** Files of a few lines that nothing asks to stand alone, the shortest first. */
export const crumbsOf = (files: readonly SourceFile[]): SourceFile[] =>
  files
    .filter(({ path, lines, isTest }) => !isTest && lines < CRUMB_BELOW && !HAS_ITS_PLACE.test(path))
    .sort((a, b) => a.lines - b.lines || a.path.localeCompare(b.path));

/** Which files the import rules call by their name: a folder is to be the rule. */
export function namedInChecker(checker: string, paths: readonly string[]): string[] {
  const code = checker.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const quoted = code.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const places = quoted.filter((text) => text.includes("/") || text.includes("\\.")).join(" ");
  const words = new Set(places.match(/[a-z]+(?:-[a-z]+)*/g));
  const ours = paths.filter((path) => /^(app|components|lib|db)\//.test(path));
  const folders = new Set(ours.flatMap((path) => path.split("/").slice(0, -1)));
  const names = new Set(ours.map((path) => path.replace(/^.*\//, "").replace(/\..*$/, "")));
  return [...words].filter((word) => names.has(word) && !folders.has(word)).sort();
}

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
    crumbs: crumbsOf(files).length,
  };
}
