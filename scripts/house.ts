import { readFileSync } from "node:fs";
import {
  CRUMB_BELOW,
  CRUMBS_AT_MOST,
  crumbsOf,
  LINES_AT_MOST,
  measures,
  NAMED_FILES_AT_MOST,
  namedInChecker,
  sourceFiles,
  tooLong,
} from "./checks/house";

const files = sourceFiles();
const { files: count, lines, testLines, median, p90, max, crumbs } = measures(files);
const named = namedInChecker(
  readFileSync(".dependency-cruiser.cjs", "utf8"),
  files.map(({ path }) => path),
);
const show = (some: ReturnType<typeof tooLong>) => {
  for (const { path, lines: length } of some) console.log(`  ${length} ${path}`);
};

console.log(`${count} files, ${lines} lines without tests, ${testLines} lines of tests`);
console.log(`a file: median ${median}, p90 ${p90}, max ${max} lines`);
console.log(`${crumbs} files under ${CRUMB_BELOW} lines without a place of their own (at most ${CRUMBS_AT_MOST}):`);
show(crumbsOf(files));
console.log(
  `the import rules call ${named.length} files by name (at most ${NAMED_FILES_AT_MOST}): ${named.join(", ")}`,
);
const long = tooLong(files);
if (long.length > 0) {
  console.log(`over ${LINES_AT_MOST} lines:`);
  show(long);
}
if (long.length > 0 || crumbs > CRUMBS_AT_MOST || named.length > NAMED_FILES_AT_MOST) process.exitCode = 1;
