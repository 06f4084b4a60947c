import { z } from "zod";
import { columnMappingSchema } from "../../imports/column-mapping";
import { FIELDS_OF, IMPORT_KINDS, REQUIRED_FIELDS } from "../../imports/mapping";
import type { Case } from "../machine";
import { ANYBODY_HERE, type ImportWords, move, sets } from "./move";

const mapInput = z.object({ kind: z.enum(IMPORT_KINDS), mapping: columnMappingSchema });
type Map = z.infer<typeof mapInput>;
type Said = Case<ImportWords, Map>;

const namesIn = ({ subject }: Pick<Said, "subject">): string[] =>
  subject.columns?.columns.map(({ name }) => name) ?? [];

/** What was chosen, of the fields that this kind has. */
const chosenIn = ({ kind = "returns", mapping }: Partial<Map>) =>
  Object.fromEntries(
    FIELDS_OF[kind].flatMap((field) => {
      const name = mapping?.columns[field];
      return name ? [[field, name] as const] : [];
    }),
  );

/** Somebody says which column is what: it is checked again by that, and the next file of the same source as well. */
export const map = move({
  from: ["checked"],
  to: "checking",
  by: ANYBODY_HERE,
  input: mapInput,
  guard: ({ subject }: Said) => (subject.columns === null ? { code: "nothing_to_map" } : null),
  asks: {
    required: ({ input: { kind = "returns", mapping } }) => {
      const field = REQUIRED_FIELDS[kind].find((required) => !mapping?.columns[required]);
      return field ? { code: "column_needed", field } : null;
    },
    known: (the) => {
      const column = Object.values(chosenIn(the.input)).find((name) => !namesIn(the).includes(name));
      return column === undefined ? null : { code: "column_unknown", column };
    },
  },
  effects: (the) => {
    const { kind, mapping } = the.input;
    if (!kind || !mapping) return [];
    const [names, columns] = [namesIn(the), chosenIn(the.input)];
    const unread = names.filter((name) => !Object.values(columns).includes(name));
    const kept = { ...mapping, columns, unread };
    return [
      sets({ bytesDone: 0, kind, mapping: kept }),
      { kind: "remembers", of: kind, names, mapping: kept },
      { kind: "queues" },
    ];
  },
  data: ({ input: { kind } }) => ({ of: kind }),
});
