import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ruleIds, testTitles } from "./checks/rule-ids";
import { fewerProofs, vanished } from "./checks/vanished";

/**
 * `npm run vanished -- BASE`: the titles of tests that stood at a commit and stand nowhere now, and the rules that fewer
 * tests prove through the product than then. Fails for such a rule; a title may have been put better.
 */
const [base] = process.argv.slice(2);
if (!base) throw new Error("Name the commit to compare with: npm run vanished -- BASE.");

const git = (...args: string[]): string => execFileSync("git", args, { encoding: "utf8", maxBuffer: 1e8 });
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
const isThroughProduct = (path: string) => /\.(db\.test|spec)\.tsx?$/.test(path);
const titlesBy = (paths: string[], read: (path: string) => string) =>
  paths.filter(isTest).map((path) => ({ path, titles: testTitles(read(path)) }));

const then = titlesBy(git("ls-tree", "-r", "--name-only", base).trim().split("\n"), (path) =>
  git("show", `${base}:${path}`),
);
const now = titlesBy(git("ls-files", "--cached", "--others", "--exclude-standard").trim().split("\n"), (path) =>
  readFileSync(path, "utf8"),
);

const gone = vanished(then, now);
for (const { path, title } of gone) console.log(`${path} › ${title}`);
const proofs = (files: typeof now) =>
  files.filter(({ path }) => isThroughProduct(path)).flatMap(({ titles }) => titles.flatMap(ruleIds));
const fewer = fewerProofs(proofs(then), proofs(now));
for (const { id, before, after } of fewer) console.error(`${id} is proved by ${after} tests, and was by ${before}.`);
console.log(
  `${gone.length} titles vanished since ${base}; ${fewer.length} rules have fewer tests through the product.`,
);
process.exitCode = fewer.length > 0 ? 1 : 0;
