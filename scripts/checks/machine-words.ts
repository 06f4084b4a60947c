import ts from "typescript";
import { MOVE_NAMES } from "@/lib/policy/machines/return/move-names";
import { STATUSES } from "@/lib/policy/machines/return/statuses";

/** Where they are at home, and where test data is written. */
export const MACHINES = /^lib\/policy\/machines\/|^db\/(seed|migrations)\//;

const WORDS: ReadonlySet<string> = new Set([...STATUSES, ...MOVE_NAMES]);
/** Words that other things bear too: what they are compared with has to say that it is a status or a move. */
const SHARED: ReadonlySet<string> = new Set(["received", "completed", "closed", "close", "unknown"]);
const NAMES_MACHINE = /status|move\b|moved|lastMove|decision/i;
/** A tab is named after a status and what a rule of automation answers after a move; they are neither. */
const NAMES_OTHER = /\btabs?\b|\banswer\b|outOfPolicy|\bchoice\b|automatic/i;
const quoted = (words: Iterable<string>): string => `'(?:${[...words].join("|")})'`;
const IN_SQL = new RegExp(
  `(?:status|move)['")]*\\s*(?:=|<>|!=|in\\s*\\(|not in\\s*\\(|= any\\s*\\()[^)]{0,80}?${quoted(WORDS)}`,
  "i",
);
const SQL_TAGS = /^(sql|sql\.raw|tx\.execute|db\.execute)$/;

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

const isCounted = (word: string, other: string): boolean =>
  WORDS.has(word) && !NAMES_OTHER.test(other) && (!SHARED.has(word) || NAMES_MACHINE.test(other));

const isWord = (node: ts.Node, other: ts.Node | undefined): boolean =>
  ts.isStringLiteralLike(node) && isCounted(node.text, other?.getText() ?? "");

const listed = (node: ts.Node, other: ts.Node | undefined): boolean =>
  ts.isArrayLiteralExpression(node)
    ? node.elements.some((element) => isWord(element, other))
    : ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
      ? listed(node.expression, other)
      : ts.isNewExpression(node) && (node.arguments ?? []).some((argument) => listed(argument, other));

const ASKING = new Set(["includes", "has", "indexOf", "some"]);
const DRIZZLE = new Set(["eq", "ne", "inArray", "notInArray"]);

function asksByWord(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind))
    return isWord(node.left, node.right) || isWord(node.right, node.left);
  if (ts.isCaseClause(node)) return isWord(node.expression, node.parent.parent.expression);
  if (ts.isCallExpression(node)) return asksInCall(node);
  if (ts.isTaggedTemplateExpression(node))
    return SQL_TAGS.test(node.tag.getText()) && IN_SQL.test(node.template.getText());
  return false;
}

function asksInCall({ expression, arguments: [first, second] }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) {
    if (!DRIZZLE.has(expression.text) || !first || !second) return false;
    return isWord(second, first) || listed(second, first);
  }
  if (!ts.isPropertyAccessExpression(expression) || !ASKING.has(expression.name.text) || !first) return false;
  return listed(expression.expression, first) || isWord(first, expression.expression);
}

/** The lines of a module that compare a return's status or a move's name instead of asking what the machine exports. */
export function comparedByWord(source: string): number[] {
  const file = ts.createSourceFile("module.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (asksByWord(node)) found.add(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}
