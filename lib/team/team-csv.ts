import { withSeller } from "@/db/tenant";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import type { Reading } from "@/lib/platform/ctx";
import { listOpenInvites } from "./offered-invites";
import { listMembers } from "./team";

const COLUMNS = [
  "name",
  "email",
  "role",
  "state",
  "refund_limits",
  "bulk_limit",
  "open_returns",
  "last_sign_in_at",
  "deactivated_at",
  "invited_until",
];

/** Everybody who works or worked here and whoever was asked to, as CSV; instants in UTC, limits as "USD 20.50". */
export function teamCsv({ db, sellerId }: Reading): AsyncGenerator<string> {
  const rows = (async function* () {
    const { members, invites } = await withSeller(db, sellerId, async (tx) => ({
      members: await listMembers(tx, sellerId),
      invites: await listOpenInvites(tx, sellerId),
    }));
    for (const { name, email, role, deactivatedAt, bulkLimit, refundLimits, openAssigned, lastSignInAt } of members)
      yield {
        name,
        email,
        role,
        state: deactivatedAt === null ? "active" : "deactivated",
        refund_limits: Object.entries(refundLimits)
          .map(([currency, amountMinor]) => `${currency} ${minorToDecimal({ amountMinor, currency })}`)
          .join("; "),
        bulk_limit: bulkLimit,
        open_returns: openAssigned,
        last_sign_in_at: lastSignInAt?.toISOString(),
        deactivated_at: deactivatedAt?.toISOString(),
      };
    for (const { email, role, expiresAt } of invites)
      yield { email, role, state: "invited", invited_until: expiresAt.toISOString() };
  })();
  return csvOf(rows, COLUMNS);
}
