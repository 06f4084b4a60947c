/** Where a value stands that is stricter than the marketplace allows, what it says and what it may. */
export type Breach<Code extends string = string> = {
  path: readonly (string | number)[];
  code: Code;
  /** A category, a SKU or a reason, where the value is about one. */
  name: string | null;
  yours: number | string | null;
  floor: number | string;
};

/** What a form knows beside the terms: in what amounts are typed, and which reasons have a row of their own. */
export type FormFacts = { currency: string; reasons: readonly string[] };

/** One term: all that the product has to know of it. What it takes is its own, and only the table hands it that. */
type AnyTerm = {
  /** Where it stands: "window.days". */
  path: string;
  /** Of a new channel, and of versions that were written before the term was there. */
  initially: unknown;
  /** P-10: the more generous of two versions. */
  merge: (a: never, b: never, of: { a: never; b: never }) => unknown;
  /** What the second says that the first does not. */
  diff: (a: never, b: never) => readonly unknown[];
  /** S1-04: what is stricter than the marketplace allows, and then is not any more. */
  breaches: (value: never, floor: never, terms: never) => readonly Breach[];
  raise: (value: never, breach: Breach) => unknown;
  /** As it is typed into a form, and read from there; what cannot be read is NaN, which no schema takes. */
  typed: (value: never, facts: FormFacts) => unknown;
  read: (typed: never, facts: FormFacts) => unknown;
};

type ValueAt<Row extends AnyTerm, Path extends string> = ReturnType<Extract<Row, { path: Path }>["read"]>;
type Head<Path extends string> = Path extends `${infer First}.${string}` ? First : Path;
type Rest<Path extends string, First extends string> = Path extends `${First}.${infer Last}` ? Last : never;

/** The terms that rows make: "window.days" stands in `window` as `days`. */
export type Whole<Row extends AnyTerm> = {
  [First in Head<Row["path"]>]: [Extract<Row, { path: First }>] extends [never]
    ? { [Last in Rest<Row["path"], First>]: ValueAt<Row, `${First}.${Last}`> }
    : ValueAt<Row, First>;
};

type TypedValues<Row extends AnyTerm> = { [Path in Row["path"]]: ReturnType<Extract<Row, { path: Path }>["typed"]> };
type ChangeOf<Row extends AnyTerm> = ReturnType<Row["diff"]>[number];
type BreachOf<Row extends AnyTerm> = ReturnType<Row["breaches"]>[number];

type Bound<Row extends AnyTerm> = Extract<Row, { floor: { at: string } }>["floor"]["at"];
/** What a floor may say of the numbers in these rows; what it says nothing about is left out. */
export type NumbersOfFloor<Row extends AnyTerm> = {
  [First in Head<Bound<Row>>]?: First extends Bound<Row> ? number : { [Last in Rest<Bound<Row>, First>]?: number };
};

const partOf = (of: unknown, key: string): unknown =>
  of !== null && typeof of === "object" && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;
const valueAt = (terms: unknown, path: string): unknown => path.split(".").reduce(partOf, terms);

/** A value is handed to the row it stands in, and to no other: that is what a row's own types rely on. */
const own = (value: unknown) => value as never;

/** A table of terms: everything that follows from its rows, for all of them alike. */
export function terms<const Rows extends readonly AnyTerm[]>(rows: Rows) {
  type Row = Rows[number];
  type All = Whole<Row>;

  const made = (read: (row: AnyTerm) => unknown): All => {
    const whole: Record<string, unknown> = {};
    for (const row of rows) {
      const [head = "", last] = row.path.split(".");
      const value = read(row);
      whole[head] = last === undefined ? value : { ...Object(whole[head]), [last]: value };
    }
    return whole as All;
  };
  const at = (all: unknown, { path }: AnyTerm) => own(valueAt(all, path));
  const isOf = ({ path }: AnyTerm, breach: Breach) => `${breach.path.join(".")}.`.startsWith(`${path}.`);

  return {
    rows,
    initially: made((row) => row.initially),
    made,
    /** Terms as they are stored, with what they do not say yet because it came later. */
    completed: (stored: unknown): All =>
      made((row) => {
        const value = valueAt(stored, row.path);
        return value === undefined ? row.initially : value;
      }),
    merge: (a: All, b: All): All => made((row) => row.merge(at(a, row), at(b, row), { a: own(a), b: own(b) })),
    diff: (a: All, b: All): ChangeOf<Row>[] =>
      rows.flatMap((row) => row.diff(at(a, row), at(b, row)) as readonly ChangeOf<Row>[]),
    breaches: (all: All, floor: object): BreachOf<Row>[] =>
      rows.flatMap((row) => row.breaches(at(all, row), own(floor), own(all)) as readonly BreachOf<Row>[]),
    raise: (all: All, breaches: readonly Breach[]): All =>
      made((row) =>
        breaches
          .filter((breach) => isOf(row, breach))
          .reduce<unknown>((value, breach) => row.raise(own(value), breach), at(all, row)),
      ),
    typed: (all: All, facts: FormFacts): TypedValues<Row> =>
      Object.fromEntries(rows.map((row) => [row.path, row.typed(at(all, row), facts)])) as TypedValues<Row>,
    read: (typed: TypedValues<Row>, facts: FormFacts): All =>
      made((row) => row.read(own(Reflect.get(typed, row.path)), facts)),
  };
}
