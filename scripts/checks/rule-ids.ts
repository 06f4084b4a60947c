import ts from "typescript";

const STARTERS = ["test", "it", "describe"];
const STARTS_WITH_ID = /^(S\d|P)-\d\d/;

/**
 * The rule ids a test's title starts with: `S2-06`, several (`S1-05, S1-18`), and ranges of one family (`S1-08..13`), in
 * which each id counts. One that stands further on is only spoken of.
 */
export function ruleIds(title: string): string[] {
  const [start = ""] = /^(?:(?:S\d|P)-\d\d(?:\.\.\d\d)?(?![\d-])(?:\s+and\s+|[\s,/:]+|$))*/.exec(title) ?? [];
  return [...start.matchAll(/(S\d|P)-(\d\d)(?:\.\.(\d\d))?/g)].flatMap(([, family, first, last]) => {
    const from = Number(first);
    const count = Math.max(Number(last ?? first) - from, 0) + 1;
    return Array.from({ length: count }, (_, index) => `${family}-${String(from + index).padStart(2, "0")}`);
  });
}

/**
 * The titles of tests and groups in a source file. Where a title is filled from a table (`%s`, `$name`, `${…}`), the
 * table's own texts that start with a rule id are titles as well.
 */
export function testTitles(source: string): string[] {
  const titles: string[] = [];
  const rows: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && STARTS_WITH_ID.test(node.text)) rows.push(node.text);
    if (ts.isCallExpression(node) && STARTERS.includes(starter(node.expression))) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
        titles.push(title.getText().slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("test.ts", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  const isFilled = titles.some((title) => /%[a-z]|\$\{?[a-z]/i.test(title));
  return [...new Set(isFilled ? [...titles, ...rows] : titles)];
}

/** `test` in `test(…)`, `test.each(rows)(…)` and ``test.each`rows`(…)``. */
function starter(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return starter(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? starter(callee.tag) : "";
}
