import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";

export type Preset = {
  name: "shopify" | "shopify_payments" | "aliexpress";
  kind: ImportKind;
  known: readonly string[];
  columns: ColumnMapping["columns"];
};

/** Lists whose columns are known, told by columns that only they have. */
export const PRESETS: readonly Preset[] = [
  {
    name: "shopify",
    kind: "orders",
    known: ["Financial Status", "Fulfillment Status", "Lineitem name", "Lineitem quantity"],
    columns: {
      orderNumber: "Name",
      buyerEmail: "Email",
      fulfilment: "Fulfillment Status",
      shippedOn: "Fulfilled at",
      cancelled: "Cancelled at",
      currency: "Currency",
      shipping: "Shipping",
      subtotal: "Subtotal",
      paid: "Total",
      tender: "Payment Method",
      paymentReference: "Payment Reference",
      orderedOn: "Created at",
      quantity: "Lineitem quantity",
      title: "Lineitem name",
      unitPrice: "Lineitem price",
      lineDiscount: "Lineitem discount",
      sku: "Lineitem sku",
      buyerName: "Billing Name",
      shipCountry: "Shipping Country",
    },
  },
  {
    name: "shopify_payments",
    kind: "orders",
    known: ["Name", "Kind", "Gateway", "Status", "Amount"],
    columns: {
      orderNumber: "Name",
      currency: "Currency",
      tender: "Gateway",
      tenderAmount: "Amount",
      paymentKind: "Kind",
      paymentStatus: "Status",
    },
  },
  {
    name: "aliexpress",
    kind: "returns",
    known: ["issue_status", "gmt_create", "issue_reason"],
    columns: {
      orderNumber: "parent_order_id",
      itemId: "order_id",
      requestNumber: "id",
      requestedOn: "gmt_create",
      status: "issue_status",
      reason: "issue_reason",
      title: "product_name",
      amount: "product_price",
      carrier: "buyer_return_logistics_company",
      tracking: "buyer_return_no",
      buyerName: "buyer_login_id",
    },
  },
];
