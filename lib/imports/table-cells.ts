import { ok, type Result, refuse } from "@/lib/kernel/result";
import { plainHeader } from "./read/words/plain-header";

/** A list of a few columns, read whole: what stands in it is still to be judged. */
export type SmallTable = { header: readonly string[]; lines: readonly { line: number; cells: readonly string[] }[] };
export type SmallTableRefusal =
  | { code: "file_empty" | "bad_table" | "takes_too_long" }
  | { code: "too_many_rows"; limit: number }
  | { code: "columns_missing"; columns: string };

type Named<Name extends string> = { line: number; cells: Readonly<Record<Name, string>> };

/** A download guards cells that a spreadsheet would run with an apostrophe; here it goes again. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, "");

/**
 * The lines of a table by what its columns mean: `words` has what each may be called, the first as a download calls it.
 * A column that is not there is empty everywhere, unless it has to be.
 */
export function namedCells<Name extends string>(
  { header, lines }: SmallTable,
  words: Readonly<Record<Name, readonly string[]>>,
  needed: readonly NoInfer<Name>[],
): Result<Named<Name>[], SmallTableRefusal> {
  const plain = header.map((name) => plainHeader(name.normalize("NFKC")));
  const names = Object.keys(words) as Name[];
  const places = new Map(
    names.map((name) => {
      const called = new Set(words[name].map(plainHeader));
      return [name, plain.findIndex((column) => called.has(column))] as const;
    }),
  );
  const missing = needed.filter((name) => places.get(name) === -1);
  if (missing.length > 0)
    return refuse({ code: "columns_missing", columns: missing.map((name) => words[name][0] ?? name).join(", ") });
  return ok(
    lines.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(names.map((name) => [name, unguarded(cells[places.get(name) ?? -1] ?? "")])) as Record<
        Name,
        string
      >,
    })),
  );
}
