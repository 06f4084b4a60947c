import type { z } from "zod";

/** Under what a person reads an event; without one it is about the shop itself. */
export const THREAD_KINDS = ["return", "order"] as const;
export type Thread = { kind: (typeof THREAD_KINDS)[number]; id: string };

/** What each kind of event tells. */
export type EventSchemas<Kind extends string = string> = Readonly<Record<Kind, z.ZodObject>>;

/** The kinds of events of each kind of subject. */
export type Registered = Readonly<Record<string, EventSchemas>>;

/** An event as its writer names it: a known kind with the data of that kind. */
export type Told<Schemas extends EventSchemas> = {
  [Kind in keyof Schemas & string]: { kind: Kind; data: z.input<Schemas[Kind]> };
}[keyof Schemas & string];

/** A kind that tells nothing has any key, of no value: it is left out. */
type Telling<Data> = Data extends unknown ? (string extends keyof Data ? never : Data) : never;
type DataOf<Schemas extends EventSchemas> = Telling<z.output<Schemas[keyof Schemas]>>;
type KeyOf<Data> = Data extends unknown ? keyof Data : never;
type ValueOf<Data, Key extends PropertyKey> = Data extends unknown
  ? Key extends keyof Data
    ? Data[Key]
    : never
  : never;

/** All that events of a subject may tell, as a reader meets it: what this one does not tell is null. */
export type ReadEvent<Schemas extends EventSchemas> = {
  [Key in KeyOf<DataOf<Schemas>>]: Exclude<ValueOf<DataOf<Schemas>, Key>, undefined> | null;
};

type Kept = Readonly<Record<string, unknown>>;

export type EventRegistry<Subjects extends Registered> = {
  /** The data as it is kept. A kind that is unknown here, and data that its schema does not know, are bugs: it throws. */
  written(subject: keyof Subjects & string, kind: string, data: unknown): Record<string, unknown>;
  /** What is known of kept data; history is never refused for what it lacks, or for what an older version kept. */
  read<Subject extends keyof Subjects>(subject: Subject, kind: string, data: Kept): ReadEvent<Subjects[Subject]>;
};

/** Events of kinds of subjects: what the registry does not know is not written, what is written can be read back. */
export function eventRegistry<const Subjects extends Registered>(subjects: Subjects): EventRegistry<Subjects> {
  const schemaOf = (subject: keyof Subjects, kind: string): z.ZodObject | undefined => {
    const schemas: EventSchemas | undefined = subjects[subject];
    return schemas && Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
  };
  return {
    written(subject, kind, data) {
      const schema = schemaOf(subject, kind);
      if (!schema) throw new Error(`no event of a ${subject} is called ${kind}`);
      const parsed = schema.safeParse(data);
      if (parsed.success) return parsed.data;
      throw new Error(`the event ${kind} of a ${subject} tells what nobody could read: ${parsed.error.message}`);
    },

    read<Subject extends keyof Subjects>(subject: Subject, kind: string, data: Kept) {
      const nothing = Object.values<z.ZodObject>(subjects[subject] ?? {}).flatMap(({ shape }) => Object.keys(shape));
      const told = Object.entries(schemaOf(subject, kind)?.shape ?? {}).flatMap(([key, schema]) => {
        const parsed = (schema as z.ZodType).safeParse(data[key]);
        return parsed.success && parsed.data !== undefined ? [[key, parsed.data] as const] : [];
      });
      return Object.fromEntries([...nothing.map((key) => [key, null] as const), ...told]) as ReadEvent<
        Subjects[Subject]
      >;
    },
  };
}
