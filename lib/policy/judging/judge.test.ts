import { describe, expect, it } from "vitest";
import { consequencesOf, judge } from "./judge";

type Loan = { library: string };
type Book = { title: string; isOverdue: boolean; isRare: boolean };
type Said = { rule: string; effect: string; days?: number };

/** A table of rules that the product knows nothing of. */
const overdue = {
  name: "overdue",
  effects: { none: {}, fine: { verdict: "out_of_policy", holds: "ask_librarian" } },
  answer: (_loan: Loan, { isOverdue }: Book, graceDays: number): Said => ({
    rule: "overdue",
    effect: isOverdue ? "fine" : "none",
    days: graceDays,
  }),
} as const;
const rare = {
  name: "rare",
  effects: { reading_room: { verdict: "not_returnable" } },
  answer: (_loan: Loan, { isRare }: Book): Said | null => (isRare ? { rule: "rare", effect: "reading_room" } : null),
} as const;
const word = (effect: "fine" | "good" | "silent") => ({
  name: "word",
  effects: { fine: { verdict: "out_of_policy" }, good: { verdict: "in_policy" }, silent: {} } as const,
  isOverruling: true as const,
  answer: (): Said => ({ rule: "word", effect }),
});

const book = (given: Partial<Book> = {}): Book => ({ title: "Emma", isOverdue: false, isRare: false, ...given });
const loan: Loan = { library: "Reno" };
const ask = judge<Loan, Book, [number], Said>([overdue, rare]);

describe("judging by a table of rules of its own", () => {
  it("P-25 decides by the worst that any reason of any line leads to, and says each reason with its numbers", () => {
    const judged = ask(loan, [book(), book({ title: "Ulysses", isOverdue: true }), book({ isRare: true })], 7);
    expect(judged.verdict).toBe("not_returnable");
    expect(judged.lines.map(({ verdict }) => verdict)).toEqual(["in_policy", "out_of_policy", "not_returnable"]);
    expect(judged.lines[1]).toMatchObject({ line: { title: "Ulysses" }, reasons: [{ rule: "overdue", days: 7 }] });
    expect(judged.lines[2]?.reasons.map(({ rule }) => rule)).toEqual(["overdue", "rare"]);
    expect(ask(loan, [], 7)).toEqual({ verdict: "in_policy", ours: "in_policy", lines: [] });
  });

  it("P-21 an overruling word decides, and ours stands beside it", () => {
    const asked = (effect: "fine" | "good" | "silent", given: Book) =>
      judge<Loan, Book, [number], Said>([overdue, rare, word(effect)])(loan, [given], 7);
    expect(asked("good", book({ isOverdue: true }))).toMatchObject({ verdict: "in_policy", ours: "out_of_policy" });
    expect(asked("fine", book())).toMatchObject({ verdict: "out_of_policy", ours: "in_policy" });
    expect(asked("fine", book({ isRare: true }))).toMatchObject({ verdict: "not_returnable", ours: "not_returnable" });
    expect(asked("silent", book({ isOverdue: true }))).toMatchObject({ verdict: "out_of_policy" });
  });

  it("says what follows from a stored reason, and nothing of one that no rule gives any more", () => {
    const consequenceOf = consequencesOf([overdue, rare]);
    expect(consequenceOf({ rule: "overdue", effect: "fine" })).toEqual({
      verdict: "out_of_policy",
      holds: "ask_librarian",
    });
    expect(consequenceOf({ rule: "overdue", effect: "flogging" })).toEqual({});
    expect(consequenceOf({ rule: "curfew", effect: "fine" })).toEqual({});
  });
});
