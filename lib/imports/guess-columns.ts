import type { ColumnMapping, ImportKind, MappedField, OrderField, ReturnField } from "./mapping";
import { FIELDS_OF } from "./mapping";
import { plainHeader } from "./read/plain-header";

type Names<Field extends string> = Partial<Record<Field, readonly string[]>>;

/** Names of columns that either kind of list has, in plain spelling, the likeliest first. */
const SHARED: Names<OrderField & ReturnField> = {
  orderNumber: [
    ...["ordernumber", "orderno", "orderid", "order", "ordername", "orderreference", "parentorderid"],
    ...["订单号", "订单编号", "平台订单号", "订单id", "交易号", "订单号码", "店铺订单号", "原始单号"],
  ],
  orderedOn: [
    ...["orderdate", "orderedon", "orderedat", "purchasedate", "ordertime", "paidat", "paymentdate"],
    ...["下单时间", "下单日期", "订单时间", "订单日期", "付款时间", "订单创建时间", "下单日", "支付时间"],
  ],
  deliveredOn: [
    ...["deliveredon", "deliveredat", "deliverydate", "delivered", "deliveredtime", "receiveddate"],
    ...["签收时间", "签收日期", "妥投时间", "送达时间", "收货时间", "确认收货时间"],
  ],
  currency: ["currency", "currencycode", "币种", "货币"],
  itemId: ["orderitemid", "lineitemid", "orderlineid", "itemid", "子订单号", "子订单编号"],
  sku: [
    "sku",
    "lineitemsku",
    "merchantsku",
    "sellersku",
    "itemsku",
    "商家编码",
    "商品编码",
    "sku编码",
    "货号",
    "商品sku",
    "卖家sku",
    "产品编码",
  ],
  title: [
    "lineitemname",
    "itemname",
    "productname",
    "title",
    "product",
    "商品名称",
    "产品名称",
    "商品标题",
    "宝贝标题",
    "商品名",
    "品名",
  ],
  category: ["category", "productcategory", "producttype", "类目", "商品类目", "分类"],
  quantity: ["quantity", "qty", "lineitemquantity", "returnquantity", "数量", "商品数量", "件数", "退货数量"],
  amount: [
    "linetotal",
    "itemtotal",
    "lineamount",
    "itemprice",
    "amount",
    "金额",
    "商品金额",
    "产品总金额",
    "商品总金额",
    "小计",
  ],
  buyerName: [
    "buyername",
    "customername",
    "customer",
    "buyer",
    "shippingname",
    "buyerloginid",
    "买家",
    "买家姓名",
    "买家昵称",
    "客户姓名",
    "买家名称",
    "收件人",
    "收货人",
  ],
};

const ORDERS: Names<OrderField> = {
  ...SHARED,
  promisedOn: [
    "promisedon",
    "promisedate",
    "promiseddelivery",
    "latestdelivery",
    "承诺送达",
    "承诺送达时间",
    "最晚送达时间",
  ],
  shippedOn: ["shippedon", "shippedat", "shipdate", "fulfilledat", "发货时间", "发货日期"],
  handedOverOn: [
    "firstscan",
    "handedoveron",
    "pickedupon",
    "collectedon",
    "揽收时间",
    "揽件时间",
    "上网时间",
    "首次扫描时间",
  ],
  fulfilment: [
    "fulfillmentstatus",
    "fulfilmentstatus",
    "shippingstatus",
    "orderstatus",
    "trackingstatus",
    "物流状态",
    "发货状态",
    "订单状态",
  ],
  paid: [
    "total",
    "ordertotal",
    "totalpaid",
    "amountpaid",
    "paid",
    "实付金额",
    "实付款",
    "订单实付金额",
    "订单金额",
    "付款金额",
    "总金额",
  ],
  shipping: ["shipping", "shippingcost", "shippingprice", "shippingfee", "运费", "物流费用", "邮费"],
  buyerEmail: ["email", "buyeremail", "customeremail", "邮箱", "买家邮箱", "电子邮箱"],
  shipCountry: [
    "shippingcountry",
    "shipcountry",
    "country",
    "countrycode",
    "收货国家",
    "国家",
    "目的国",
    "收货国家地区",
    "收件国家",
    "国家地区",
  ],
  unitPrice: ["lineitemprice", "unitprice", "price", "单价", "商品单价", "产品单价", "售价"],
  freeReturn: ["freereturn", "freereturnmark", "无忧退货", "免费退货"],
};

const RETURNS: Names<ReturnField> = {
  ...SHARED,
  orderedOn: SHARED.orderedOn ?? [],
  requestNumber: [
    "returnnumber",
    "rma",
    "rmanumber",
    "returnid",
    "requestid",
    "caseid",
    "退货单号",
    "售后单号",
    "退款编号",
    "纠纷编号",
  ],
  requestedOn: [
    "requestedon",
    "requestedat",
    "requestdate",
    "returnrequestdate",
    "createdat",
    "date",
    "申请时间",
    "申请日期",
    "退货申请时间",
    "售后申请时间",
    "创建时间",
  ],
  receivedBackOn: [
    "receivedback",
    "receivedbackon",
    "returnreceivedon",
    "returndeliverydate",
    "退回时间",
    "退货签收时间",
    "退货入库时间",
  ],
  status: [
    "status",
    "returnstatus",
    "requeststatus",
    "returnrequeststatus",
    "状态",
    "退货状态",
    "售后状态",
    "退款状态",
  ],
  reason: [
    "reason",
    "returnreason",
    "returnreasoncode",
    "issuereason",
    "原因",
    "退货原因",
    "退款原因",
    "售后原因",
    "纠纷原因",
    "申请原因",
  ],
  comment: ["comment", "buyercomment", "customercomments", "note", "买家留言", "备注", "说明"],
  amount: [...(SHARED.amount ?? []), "orderamount", "productprice"],
  refunded: ["refunded", "refundedamount", "refundamount", "退款金额", "已退款金额"],
  carrier: ["returncarrier", "carrier", "buyerreturnlogisticscompany", "退货物流公司", "物流公司", "承运商"],
  tracking: [
    "returntracking",
    "trackingnumber",
    "trackingid",
    "tracking",
    "buyerreturnno",
    "退货运单号",
    "退货物流单号",
    "运单号",
    "物流单号",
  ],
  isDisputed: ["dispute", "isdisputed", "disputed", "atozclaim", "纠纷", "是否纠纷"],
};

const NAMES: Record<ImportKind, Names<MappedField>> = { orders: ORDERS, returns: RETURNS };

type Preset = {
  name: "shopify" | "aliexpress";
  kind: ImportKind;
  known: readonly string[];
  columns: ColumnMapping["columns"];
};

/** Lists whose columns are known, told by columns that only they have. */
const PRESETS: readonly Preset[] = [
  {
    name: "shopify",
    kind: "orders",
    known: ["Financial Status", "Fulfillment Status", "Lineitem name", "Lineitem quantity"],
    columns: {
      orderNumber: "Name",
      buyerEmail: "Email",
      fulfilment: "Fulfillment Status",
      shippedOn: "Fulfilled at",
      currency: "Currency",
      shipping: "Shipping",
      paid: "Total",
      orderedOn: "Created at",
      quantity: "Lineitem quantity",
      title: "Lineitem name",
      unitPrice: "Lineitem price",
      sku: "Lineitem sku",
      buyerName: "Billing Name",
      shipCountry: "Shipping Country",
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

const KNOWN = new Set([
  ...Object.values(NAMES).flatMap((names) => Object.values(names).flat()),
  ...PRESETS.flatMap(({ columns }) => Object.values(columns).map(plainHeader)),
]);

/** Whether a cell is the name of a column as lists have them, so that its line can be the header. */
export const isKnownColumn = (cell: string): boolean => KNOWN.has(plainHeader(cell));

export type Guess = { preset: Preset["name"] | null; columns: ColumnMapping["columns"] };

/** What the columns of a table most likely hold if it is a list of this kind, by their names in English and Chinese. */
export function guessColumns(names: readonly string[], kind: ImportKind): Guess {
  const preset = PRESETS.find((one) => one.kind === kind && one.known.every((column) => names.includes(column)));
  if (preset) {
    const there = Object.entries(preset.columns).filter(([, column]) => names.includes(column));
    return { preset: preset.name, columns: Object.fromEntries(there) };
  }
  const plain = new Map([...names].reverse().map((name) => [plainHeader(name), name]));
  const taken = new Set<string>();
  const columns: ColumnMapping["columns"] = {};
  for (const field of FIELDS_OF[kind]) {
    const found = NAMES[kind][field]?.map((name) => plain.get(name)).find((name) => name && !taken.has(name));
    if (!found) continue;
    taken.add(found);
    columns[field] = found;
  }
  return { preset: null, columns };
}

/** Which kind of list a table most likely is: only a list of returns has a day of the request or a reason. */
export function guessKind(names: readonly string[]): ImportKind {
  if (guessColumns(names, "orders").preset) return "orders";
  const { preset, columns } = guessColumns(names, "returns");
  const isReturns = columns.reason || columns.requestNumber || columns.receivedBackOn;
  return preset || isReturns ? "returns" : "orders";
}
