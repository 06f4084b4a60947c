/** Other reports that end up in the wrong box, known by columns (normalised names) that only they have. */
const SIGNATURES: [name: string, columns: string[]][] = [
  ["fba_customer_returns", ["returndate", "orderid", "fulfillmentcenterid", "detaileddisposition"]],
  ["all_orders", ["amazonorderid", "purchasedate", "fulfillmentchannel"]],
  ["actionable_orders", ["orderid", "orderitemid", "promisedate", "quantitytoship"]],
  ["orders", ["orderid", "orderitemid", "purchasedate", "paymentsdate"]],
  ["settlement", ["settlementid", "transactiontype"]],
  ["fba_reimbursements", ["reimbursementid", "approvaldate"]],
  ["fba_shipments", ["amazonorderid", "shipmentid", "shipmentitemid"]],
  ["fba_inventory", ["fnsku", "asin", "condition"]],
  ["listings", ["itemname", "listingid", "sellersku"]],
];

/** The name of the other report that these columns belong to, or null. */
export function foreignReportOf(normalisedNames: ReadonlySet<string>): string | null {
  return SIGNATURES.find(([, columns]) => columns.every((column) => normalisedNames.has(column)))?.[0] ?? null;
}
