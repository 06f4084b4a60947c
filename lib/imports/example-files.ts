const SHOPIFY = `Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Shipping Country
#1001,buyer@example.com,paid,2026-07-01 10:15:00 -0400,fulfilled,2026-07-02 09:00:00 -0400,no,USD,52.00,6.00,0.00,58.00,,0.00,Standard,2026-07-01 10:14:00 -0400,2,Fern print,16.00,,FERN-1,true,true,fulfilled,Ada Example,US
#1001,buyer@example.com,,,,,,,,,,,,,,,1,Canvas bag,20.00,,BAG-1,true,true,fulfilled,,
#1002,other@example.com,paid,2026-07-03 08:00:00 -0400,unfulfilled,,no,USD,16.00,6.00,0.00,22.00,,0.00,Standard,2026-07-03 07:59:00 -0400,1,Fern print,16.00,,FERN-1,true,true,pending,Bo Example,US
`;

const ALIEXPRESS = `id,parent_order_id,order_id,buyer_login_id,issue_reason,issue_status,gmt_create,refund_money_max,product_name,product_price,buyer_return_logistics_company,buyer_return_no
60001,8100000000000001,8100000000000011,us0001,Color_not_as_described@3rdIssueReason,processing,20260714093000000-0700,21.38,Test lamp,21.38,,
60002,8100000000000002,8100000000000021,us0002,No longer needed,finish,20260710120000000-0700,9.90,Test cable,9.90,USPS,9200000000000000000002
`;

const ORDERS = `Order number,Order date,Buyer name,Email,Currency,Total,Shipping,SKU,Item name,Category,Quantity,Line total,Ship date,First scan,Delivered on,Promised on,Country
A-1001,2026-07-01,Ada Example,buyer@example.com,USD,58.00,6.00,FERN-1,Fern print,Art,2,32.00,2026-07-02,2026-07-03,2026-07-08,2026-07-10,US
A-1001,2026-07-01,Ada Example,buyer@example.com,USD,58.00,6.00,BAG-1,Canvas bag,Bags,1,20.00,2026-07-02,2026-07-03,2026-07-08,2026-07-10,US
A-1002,2026-07-03,Bo Example,other@example.com,USD,22.00,6.00,FERN-1,Fern print,Art,1,16.00,,,,2026-07-12,US
`;

const RETURNS = `Return number,Order number,Order date,Request date,Status,Reason,SKU,Item name,Quantity,Line total,Comment
R-1,A-1001,2026-07-01,2026-07-14,pending,DEFECTIVE,FERN-1,Fern print,1,32.00,The frame is broken
R-2,A-1002,2026-07-03,2026-07-15,approved,UNWANTED,FERN-1,Fern print,1,16.00,
`;

/** Small made-up files that show which columns a list may have; each is read as it is by the guesses. */
export const EXAMPLE_FILES = { shopify: SHOPIFY, aliexpress: ALIEXPRESS, orders: ORDERS, returns: RETURNS };

export const EXAMPLES = Object.keys(EXAMPLE_FILES) as (keyof typeof EXAMPLE_FILES)[];
