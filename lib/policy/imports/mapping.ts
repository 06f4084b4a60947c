export const IMPORT_KINDS = ["returns", "orders"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How dates without a written month are read: 03/04/2026 is another day in each. */
export const DATE_ORDERS = ["ymd", "dmy", "mdy"] as const;

/** What of an order a column may hold. */
export const ORDER_FIELDS = [
  "orderNumber",
  "orderedOn",
  "promisedOn",
  "shippedOn",
  "handedOverOn",
  "deliveredOn",
  "fulfilment",
  "cancelled",
  "currency",
  "paid",
  "shipping",
  "subtotal",
  "tender",
  "tenderAmount",
  "paymentReference",
  "paymentKind",
  "paymentStatus",
  "buyerName",
  "buyerEmail",
  "shipCountry",
  "itemId",
  "sku",
  "title",
  "category",
  "quantity",
  "amount",
  "unitPrice",
  "lineDiscount",
  "freeReturn",
] as const;

/** What of a return request a column may hold. */
export const RETURN_FIELDS = [
  "orderNumber",
  "requestNumber",
  "requestedOn",
  "orderedOn",
  "deliveredOn",
  "receivedBackOn",
  "status",
  "reason",
  "comment",
  "currency",
  "itemId",
  "sku",
  "title",
  "category",
  "quantity",
  "amount",
  "refunded",
  "buyerName",
  "carrier",
  "tracking",
  "isDisputed",
] as const;

/** What the status of a return in somebody's list can mean. */
export const RETURN_STATUSES = [
  "pending",
  "approved",
  "received",
  "completed",
  "closed",
  "withdrawn",
  "expired",
] as const;

export type OrderField = (typeof ORDER_FIELDS)[number];
export type ReturnField = (typeof RETURN_FIELDS)[number];
export type MappedField = OrderField | ReturnField;

/** The fields of a kind, and those without which no row can be read. */
export const FIELDS_OF: Record<ImportKind, readonly MappedField[]> = { orders: ORDER_FIELDS, returns: RETURN_FIELDS };
export const REQUIRED_FIELDS: Record<ImportKind, readonly MappedField[]> = {
  orders: ["orderNumber"],
  returns: ["orderNumber", "requestedOn"],
};

/** The columns of a table that no format of ours describes, each with what stands in its first lines. */
export type FileColumns = { file: string; columns: { name: string; values: string[]; hasEmpty?: boolean }[] };
