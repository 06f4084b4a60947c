import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

type Module = { directive: string | null; imports: string[] };

/** What a module imports by value, and whether it says that it is the browser's or the server's. */
export function readModule(source: string): Module {
  const { statements } = ts.createSourceFile("module.tsx", source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const [first] = statements;
  const isDirective = first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression);
  const { importedFiles } = ts.preProcessFile(source, true, true);
  const types = new Set(
    statements
      .filter((one) =>
        ts.isImportDeclaration(one) ? one.importClause?.isTypeOnly : ts.isExportDeclaration(one) && one.isTypeOnly,
      )
      .map((one) => ("moduleSpecifier" in one ? ((one.moduleSpecifier as ts.Expression | undefined)?.pos ?? -1) : -1)),
  );
  const imports = importedFiles.filter(({ pos }) => ![...types].some((at) => at <= pos && pos - at <= 2));
  return {
    directive: isDirective ? (first.expression as ts.StringLiteral).text : null,
    imports: imports.map(({ fileName }) => fileName),
  };
}

function fileOf(from: string, specifier: string): string | null {
  if (!/^(\.|@\/)/.test(specifier)) return null;
  const base = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(from), specifier);
  return [".ts", ".tsx", "/index.ts", "/index.tsx"].map((end) => base + end).find(existsSync) ?? null;
}

/** How the browser comes to each module that imports the package by value: the way there, file by file. */
export function waysToPackage(files: readonly string[], isSought: (specifier: string) => boolean): string[][] {
  const known = new Map<string, Module>();
  const moduleOf = (file: string): Module => {
    const module = known.get(file) ?? readModule(readFileSync(file, "utf8"));
    known.set(file, module);
    return module;
  };
  const queue = files.filter((file) => moduleOf(file).directive === "use client").map((file) => [file]);
  const seen = new Set(queue.flat());
  const found: string[][] = [];
  for (const way of queue) {
    const file = way.at(-1) ?? "";
    if (moduleOf(file).imports.some(isSought)) found.push(way);
    for (const next of moduleOf(file).imports.map((specifier) => fileOf(file, specifier))) {
      if (next === null || seen.has(next) || moduleOf(next).directive === "use server") continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return found;
}
