/** What a reason holds, as plain data from which its type and, on the server, its schema are made. */
type Plain =
  | { kind: "count" }
  | { kind: "text" }
  | { kind: "day" }
  | { kind: "flag" }
  | { kind: "word"; words: readonly [string, ...string[]] };
type Nullable = Plain | { kind: "nullable"; of: Plain };
export type Field = Nullable | { kind: "optional"; of: Nullable };
export type FieldTable = Readonly<Record<string, Field>>;

export const count = { kind: "count" } as const;
export const text = { kind: "text" } as const;
/** A date without a time. */
export const day = { kind: "day" } as const;
export const flag = { kind: "flag" } as const;
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  ({ kind: "word", words }) as const;
export const orNull = <const Of extends Plain>(of: Of) => ({ kind: "nullable", of }) as const;
/** Absent in judgements of before, or where there is nothing to say. */
export const ifSaid = <const Of extends Nullable>(of: Of) => ({ kind: "optional", of }) as const;

type ValueOf<F> = F extends { kind: "count" }
  ? number
  : F extends { kind: "text" | "day" }
    ? string
    : F extends { kind: "flag" }
      ? boolean
      : F extends { kind: "word"; words: readonly (infer Word)[] }
        ? Word
        : F extends { kind: "nullable"; of: infer Of }
          ? ValueOf<Of> | null
          : F extends { kind: "optional"; of: infer Of }
            ? ValueOf<Of> | undefined
            : never;

export type FieldsOf<Table extends FieldTable> = {
  -readonly [Key in keyof Table as Table[Key] extends { kind: "optional" } ? never : Key]: ValueOf<Table[Key]>;
} & {
  -readonly [Key in keyof Table as Table[Key] extends { kind: "optional" } ? Key : never]?: ValueOf<Table[Key]>;
};
