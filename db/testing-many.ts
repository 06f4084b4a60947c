import type postgres from "postgres";

/** An id that sorts by n, as ours sort by time. */
const ID = "('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
/** Of a hundred returns 4 wait for an answer, 20 for the parcel, 3 are in inspection; the rest is done. */
const STATUS = `case when n % 100 < 4 then 'authorization_required' when n % 100 < 24 then 'awaiting_return'
  when n % 100 < 27 then 'received' when n % 100 < 80 then 'completed' when n % 100 < 90 then 'closed' else 'lapsed' end`;
const DUE = `case when n % 100 < 4 then now() + ((n / 100) % 97 - 9) * interval '1 hour'
  when n % 100 < 24 then now() + (n % 45) * interval '1 day' end`;
const LATE = "(n % 100 >= 24 and n % 400 = 30)";
const MISSED = "(n % 100 < 24 and n % 5 = 0)";
const EVALUATION = `json_build_object('verdict', case when n % 41 = 0 then 'not_returnable' when n % 7 = 0 then 'out_of_policy'
  else 'in_policy' end, 'isExempt', n % 301 = 0, 'isPrepaidEligible', false)::jsonb`;
const REASON = `case when n % 20011 = 0 then 'empty_parcel' when n % 211 = 0 then 'short_quantity'
  when n % 2 = 0 then 'no_longer_needed' else 'defective' end`;

/** One seller with `count` generated returns, written as the owner; what a foreign key asks for is there by construction. */
export async function fillSeller(owner: postgres.Sql, name: string, count: number): Promise<string> {
  const sellerId = crypto.randomUUID();
  const channel = (n: string) => `md5('${sellerId}' || (${n})::text)::uuid`;
  const from = `from generate_series(1, ${count}) n`;
  const steps = [
    "set session_replication_role = replica",
    `insert into sellers (id, name) values ('${sellerId}', '${name}')`,
    `insert into channels (seller_id, id, code, name, marketplace, mode, programme, plan, has_prepaid, country, currency, time_zone)
      select '${sellerId}', ${channel("n")}, 'channel-' || n, 'Channel ' || n, 'amazon', 'mirrored', 'seller_fulfilled',
        'individual', false, 'US', 'USD', 'UTC' from generate_series(0, 3) n`,
    `insert into orders (seller_id, id, channel_id, number, ordered_on, currency, buyer_name)
      select '${sellerId}', ${ID}, ${channel("n % 3")}, '111-' || lpad(n::text, 14, '0'), current_date - 40, 'USD', 'Buyer ' || n ${from}`,
    `insert into order_lines (seller_id, id, order_id, sku, title, quantity, amount_minor)
      select '${sellerId}', ${ID}, ${ID}, 'SKU-' || n % 500, 'Item ' || n % 500, 1, 1999 ${from}`,
    `insert into returns (seller_id, id, channel_id, order_id, number, source, status, requested_on, evaluation,
        order_policy_id, request_policy_id, currency, value_minor, next_due_at, is_missed, is_late, is_disputed,
        created_at, status_changed_at)
      select '${sellerId}', ${ID}, ${channel("n % 3")}, ${ID}, n, 'report', ${STATUS}, current_date - 1000 + (n::bigint * 1000 / ${count})::int,
        ${EVALUATION}, ${ID}, ${ID}, 'USD', 1999 + n % 977 * 100, ${DUE}, ${MISSED}, ${LATE},
        n % 997 = 0, now() - interval '1 hour', now() - interval '1 hour' ${from}`,
    `insert into return_lines (seller_id, id, return_id, order_line_id, position, reason, reason_key, quantity)
      select '${sellerId}', ${ID}, ${ID}, ${ID}, 1, ${REASON}, ${REASON}, 1 ${from}`,
    `insert into deadlines (seller_id, id, return_id, kind, due_at, is_approximate, party, consequence, state)
      select '${sellerId}', ${ID}, ${ID}, 'answer', coalesce(${DUE}, now()), false, 'seller', 'nothing',
        case when ${LATE} then 'late' when ${MISSED} then 'missed_before_import' when ${DUE} is null then 'met' else 'open' end ${from}`,
    `insert into handovers (seller_id, id, return_id, move, opened_at)
      select '${sellerId}', ${ID}, ${ID}, 'authorize', now() ${from} where n % 503 = 5`,
    ...[
      ["number", "'R-' || n"],
      ["order", "'111-' || lpad(n::text, 14, '0')"],
      ["sku", "'SKU-' || n % 500"],
      ["buyer", "'BUYER' || n"],
    ].map(
      ([kind, key]) =>
        `insert into return_keys (seller_id, key, kind, return_id) select '${sellerId}', ${key}, '${kind}', ${ID} ${from}`,
    ),
  ];
  for (const step of steps) await owner.unsafe(step);
  return sellerId;
}
