import type { Warning } from "./warnings";

/** So many words are told one by one, and so many are kept while a file is read. */
const TOLD = 5;
const KEPT = 200;

/** Counts the words of a file that nobody knows (P-29): what they are and on how many rows each stands. */
export class UnknownWords {
  readonly #rows = new Map<string, number>();
  #others = 0;

  add(word: string): void {
    const rows = this.#rows.get(word);
    if (rows === undefined && this.#rows.size >= KEPT) this.#others++;
    else this.#rows.set(word, (rows ?? 0) + 1);
  }

  warnings(of: number): Warning[] {
    const words = [...this.#rows].sort(([, a], [, b]) => b - a);
    const told = words.slice(0, TOLD).map(([value, rows]) => ({ code: "unknown_status" as const, value, rows, of }));
    const rest = words.slice(TOLD).reduce((sum, [, rows]) => sum + rows, this.#others);
    return rest === 0 ? told : [...told, { code: "unknown_statuses", rows: rest, of }];
  }
}
