import ts from "typescript";
import { IMPORT_STATES } from "@/lib/policy/machines/import/statuses";
import { PARCEL_STATUSES } from "@/lib/policy/machines/parcel/statuses";
import { REFUND_STATUSES } from "@/lib/policy/machines/refund/statuses";
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

type Machine = { words: ReadonlySet<string>; isMeant: (word: string, other: string) => boolean; inSql: RegExp };

const quoted = (words: Iterable<string>): string => `'(?:${[...words].join("|")})'`;
/** A column of this name that SQL compares with one of these words. */
const comparedInSql = (column: string, words: Iterable<string>): RegExp =>
  new RegExp(`${column}['")]*\\s*(?:=|<>|!=|in\\s*\\(|not in\\s*\\(|= any\\s*\\()[^)]{0,80}?${quoted(words)}`, "i");

const OF_RETURNS: Machine = {
  words: WORDS,
  isMeant: (word, other) => !NAMES_OTHER.test(other) && (!SHARED.has(word) || NAMES_MACHINE.test(other)),
  inSql: comparedInSql("(?:status|move)", WORDS),
};

/** Their words are everybody's: they count where the machine's own feature compares them, or where its name is beside them. */
const smaller = (words: readonly string[], name: string, column: string, isAtHome: boolean): Machine => ({
  words: new Set(words),
  isMeant: (_, other) =>
    new RegExp(`(?:^|\\b|\\.)${column}\\b|${column}$`, "i").test(other) &&
    (new RegExp(name, "i").test(other) || (isAtHome && !/message|job|act\b|handover|task/i.test(other))),
  inSql: comparedInSql(isAtHome ? column : `${name}s?\\.${column}`, words),
});

const machinesFor = (path: string): Machine[] => [
  OF_RETURNS,
  smaller(
    IMPORT_STATES,
    "import",
    "state",
    /^lib\/imports\/|^app\/\(console\)\/import\/|^app\/api\/imports?\//.test(path),
  ),
  smaller(PARCEL_STATUSES, "parcel", "status", /^lib\/parcels\//.test(path)),
  smaller(REFUND_STATUSES, "refund", "state", /^lib\/refunds\/|^app\/\(console\)\/refunds\//.test(path)),
];

const SQL_TAGS = /^(sql|sql\.raw|tx\.execute|db\.execute)$/;

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

type Asked = (node: ts.Node, other: ts.Node | undefined) => boolean;

const isWordOf =
  (machines: readonly Machine[]): Asked =>
  (node, other) =>
    ts.isStringLiteralLike(node) &&
    machines.some(({ words, isMeant }) => words.has(node.text) && isMeant(node.text, other?.getText() ?? ""));

const listed = (isWord: Asked, node: ts.Node, other: ts.Node | undefined): boolean =>
  ts.isArrayLiteralExpression(node)
    ? node.elements.some((element) => isWord(element, other))
    : ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
      ? listed(isWord, node.expression, other)
      : ts.isNewExpression(node) && (node.arguments ?? []).some((argument) => listed(isWord, argument, other));

const ASKING = new Set(["includes", "has", "indexOf", "some"]);
const DRIZZLE = new Set(["eq", "ne", "inArray", "notInArray"]);

function asksByWord(machines: readonly Machine[], node: ts.Node): boolean {
  const isWord = isWordOf(machines);
  if (ts.isBinaryExpression(node) && COMPARISONS.has(node.operatorToken.kind))
    return isWord(node.left, node.right) || isWord(node.right, node.left);
  if (ts.isCaseClause(node)) return isWord(node.expression, node.parent.parent.expression);
  if (ts.isCallExpression(node)) return asksInCall(isWord, node);
  if (ts.isTaggedTemplateExpression(node))
    return SQL_TAGS.test(node.tag.getText()) && machines.some(({ inSql }) => inSql.test(node.template.getText()));
  return false;
}

function asksInCall(isWord: Asked, { expression, arguments: [first, second] }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) {
    if (!DRIZZLE.has(expression.text) || !first || !second) return false;
    return isWord(second, first) || listed(isWord, second, first);
  }
  if (!ts.isPropertyAccessExpression(expression) || !ASKING.has(expression.name.text) || !first) return false;
  return listed(isWord, expression.expression, first) || isWord(first, expression.expression);
}

/** The lines of a module that compare a machine's status or a move's name instead of asking what the machine exports. */
export function comparedByWord(source: string, path = ""): number[] {
  const file = ts.createSourceFile("module.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const machines = machinesFor(path);
  const found = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (asksByWord(machines, node)) found.add(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}
