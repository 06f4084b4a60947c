import ts from "typescript";
import { CHANNEL_MODES, type ChannelMode } from "@/lib/policy/reach";

const QUOTED = new RegExp(`['"](?:${CHANNEL_MODES.join("|")})['"]`);
const isMode = (text: string): text is ChannelMode => CHANNEL_MODES.some((mode) => mode === text);

/** A mode's word is at home as data (`mode: "…"`) and as the name of a message (`t("…")`). */
function isAtHome(literal: ts.Node): boolean {
  const { parent } = literal;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === literal && parent.name.getText() === "mode";
  return ts.isCallExpression(parent) && parent.arguments[0] === literal && ts.isIdentifier(parent.expression);
}

const asksByWord = (node: ts.Node): boolean => {
  if (ts.isStringLiteralLike(node)) return (isMode(node.text) && !isAtHome(node)) || QUOTED.test(node.text);
  const isPiece = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return isPiece && QUOTED.test(node.text);
};

/** The lines of a module that ask for a channel's mode by its word instead of what its reach answers. */
export function modesByWord(source: string): number[] {
  if (!CHANNEL_MODES.some((mode) => source.includes(mode))) return [];
  const file = ts.createSourceFile("module.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: number[] = [];
  const visit = (node: ts.Node): void => {
    if (asksByWord(node)) found.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
