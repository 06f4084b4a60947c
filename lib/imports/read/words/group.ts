import type { ReportRow } from "./report-row";

const RETURN_FIELDS = [
  "orderNumber",
  "orderedOn",
  "requestedOn",
  "requestedAt",
  "reportedStatus",
  "currency",
  "channelRma",
  "merchantRma",
  "isAToZClaim",
  "isPrime",
  "returnType",
  "deliveredBackOn",
  "buyerName",
  "buyerComment",
  "orderDeliveredOn",
] as const satisfies (keyof ReportRow)[];

const LABEL_FIELDS = [
  "labelType",
  "labelCostMinor",
  "labelCurrency",
  "carrier",
  "trackingNumber",
  "labelPaidBy",
] as const satisfies (keyof ReportRow)[];

const LINE_FIELDS = [
  "orderItemId",
  "sku",
  "asin",
  "itemName",
  "quantity",
  "reasonCode",
  "isInPolicy",
  "resolution",
  "invoiceNumber",
  "orderAmountMinor",
  "orderQuantity",
  "refundedMinor",
  "safet",
  "category",
  "vatText",
] as const satisfies (keyof ReportRow)[];

/** Two rows of one thing that say different things: the first known value was taken, these were told. */
export type Conflict = { field: keyof ReportRow; values: unknown[]; lines: number[] };

/** What tells a return from another within its channel. */
export type ReturnIdentity =
  | { by: "rma"; orderNumber: string; channelRma: string }
  | { by: "order_item" | "sku"; orderNumber: string; item: string; requestedOn: string };

export type ReportLine = Pick<ReportRow, (typeof LINE_FIELDS)[number]> & {
  /** Unique within its return. */
  key: string;
  rows: ReportRow[];
  conflicts: Conflict[];
};

export type ReportReturn = Pick<ReportRow, (typeof RETURN_FIELDS)[number] | (typeof LABEL_FIELDS)[number]> & {
  key: string;
  identity: ReturnIdentity;
  rows: ReportRow[];
  lines: ReportLine[];
  conflicts: Conflict[];
};

/** A return is order + RMA; without an RMA (returnless) order + order item id, else SKU, + day of the request. */
function returnIdentityOf(row: ReportRow): ReturnIdentity {
  const { orderNumber, channelRma, orderItemId, sku, requestedOn } = row;
  if (channelRma !== null) return { by: "rma", orderNumber, channelRma };
  if (orderItemId !== null) return { by: "order_item", orderNumber, item: orderItemId, requestedOn };
  return { by: "sku", orderNumber, item: sku ?? "", requestedOn };
}

export const returnKeyOf = (row: ReportRow): string => JSON.stringify(Object.values(returnIdentityOf(row)));

/** A line is one order item id, else one SKU + ASIN + reason + quantity within its return. */
function lineKeyOf({ orderItemId, sku, asin, reasonCode, quantity }: ReportRow): string {
  return JSON.stringify(orderItemId === null ? [sku, asin, reasonCode, quantity] : [orderItemId]);
}

/** Makes returns with lines of the rows of one file, in the order they came; rows that stand twice are one line. */
export function groupRows(rows: ReportRow[]): ReportReturn[] {
  return [...groupBy(rows, returnKeyOf)].map(([key, ofReturn]) => {
    // Sorted, so that the same return in another order of rows stays the same return.
    const sorted = [...ofReturn].sort(byItem) as Some<ReportRow>;
    const { conflicts, ...fields } = merge(sorted, RETURN_FIELDS);
    const label = labelOf(sorted);
    return {
      ...fields,
      ...label,
      conflicts: [...conflicts, ...conflictsIn(sorted, LABEL_FIELDS)],
      key,
      identity: returnIdentityOf(ofReturn[0]),
      rows: ofReturn,
      lines: [...groupBy(ofReturn, lineKeyOf)].map(([lineKey, ofLine]) => ({
        ...merge(ofLine, LINE_FIELDS),
        key: lineKey,
        rows: ofLine,
      })),
    };
  });
}

export type Some<Value> = [Value, ...Value[]];

/** Rows by a key, in the order in which the keys first came. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Some<Row>> {
  const groups = new Map<string, Some<Row>>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function byItem(a: ReportRow, b: ReportRow): number {
  const [left, right] = [a, b].map((row) =>
    [row.sku, row.asin, row.orderItemId, row.reasonCode, row.quantity].join("\t"),
  );
  return left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1;
}

/** The facts of one label, from one row: where rows carry labels of their own, mixing them would make up a third. */
function labelOf(rows: Some<ReportRow>): Pick<ReportRow, (typeof LABEL_FIELDS)[number]> {
  const row =
    rows.find((row) => row.trackingNumber !== null) ?? rows.find((row) => row.labelCostMinor !== null) ?? rows[0];
  return pick(row, LABEL_FIELDS);
}

/** The first known value of each field; a claim on one row is a claim of the return. */
function merge<Field extends keyof ReportRow>(
  rows: Some<ReportRow>,
  fields: readonly Field[],
): Pick<ReportRow, Field> & { conflicts: Conflict[] } {
  const merged: ReportRow = { ...rows[0] };
  for (const row of rows) {
    if (row.isAToZClaim) merged.isAToZClaim = true;
    for (const field of fields) if (isUnknown(merged[field])) takeOver(field, row, merged);
  }
  return { ...pick(merged, fields), conflicts: conflictsIn(rows, fields) };
}

function pick<Field extends keyof ReportRow>(row: ReportRow, fields: readonly Field[]): Pick<ReportRow, Field> {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Pick<ReportRow, Field>;
}

function takeOver<Field extends keyof ReportRow>(field: Field, from: ReportRow, into: Pick<ReportRow, Field>): void {
  into[field] = from[field];
}

const isUnknown = (value: unknown): boolean => value === null || value === "";

function conflictsIn(rows: ReportRow[], fields: readonly (keyof ReportRow)[]): Conflict[] {
  if (rows.length === 1) return [];
  return fields.flatMap((field) => {
    const told = new Map<string, { value: unknown; line: number }>();
    for (const row of rows) {
      const text = JSON.stringify(row[field]);
      if (!isUnknown(row[field]) && !told.has(text)) told.set(text, { value: row[field], line: row.source.line });
    }
    const different = [...told.values()];
    if (different.length < 2) return [];
    return [{ field, values: different.map(({ value }) => value), lines: different.map(({ line }) => line) }];
  });
}
