import { CRUMB_BELOW, LINES_AT_MOST, measures, sourceFiles, tooLong } from "./checks/house";

const files = sourceFiles();
const { files: count, lines, testLines, median, p90, max, crumbs } = measures(files);
console.log(`${count} files, ${lines} lines without tests, ${testLines} lines of tests`);
console.log(`a file: median ${median}, p90 ${p90}, max ${max} lines; ${crumbs} files under ${CRUMB_BELOW} lines`);
const long = tooLong(files);
if (long.length > 0) {
  console.log(`over ${LINES_AT_MOST} lines:`);
  for (const { path, lines: length } of long) console.log(`  ${length} ${path}`);
  process.exitCode = 1;
}
