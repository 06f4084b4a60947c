import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { FileColumns, MappedField } from "@/lib/policy/imports/mapping";

/** What each column of the file holds, by its name; a column that is not named is not used. */
export type Columns = Record<string, MappedField>;

export const DATE_FIELDS: readonly MappedField[] = [
  "orderedOn",
  "promisedOn",
  "shippedOn",
  "handedOverOn",
  "cancelled",
  "deliveredOn",
  "requestedOn",
  "receivedBackOn",
];
export const AMOUNT_FIELDS: readonly MappedField[] = ["paid", "shipping", "amount", "unitPrice", "refunded"];

export const fieldsByColumn = (columns: ColumnMapping["columns"]): Columns =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [column, field as MappedField]));

export const columnsOf = (columns: Columns): ColumnMapping["columns"] =>
  Object.fromEntries(Object.entries(columns).map(([column, field]) => [field, column]));

/** A field that two columns are said to hold, or null. */
export function doubledField(columns: Columns): MappedField | null {
  const fields = Object.values(columns);
  return fields.find((field, index) => fields.indexOf(field) !== index) ?? null;
}

/** The values of the columns that hold some of these fields. */
export const valuesOf = (
  found: FileColumns,
  chosen: ColumnMapping["columns"],
  fields: readonly MappedField[],
): string[] => fields.flatMap((field) => found.columns.find(({ name }) => name === chosen[field])?.values ?? []);

/** The words of the status column; "" where one of its cells is empty. */
export function statusWordsOf(found: FileColumns, chosen: ColumnMapping["columns"]): string[] {
  const column = found.columns.find(({ name }) => name === chosen.status);
  return column ? [...column.values, ...(column.hasEmpty ? [""] : [])] : [];
}
