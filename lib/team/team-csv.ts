import { withSeller } from "@/db/tenant";
import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { listOpenInvites } from "./offered-invites";
import { MEMBER_LIST, MEMBERS } from "./team";

/** Everybody who works or worked here and whoever was asked to, as CSV. */
export function teamCsv({ db, sellerId }: Reading): AsyncGenerator<string> {
  const rows = (async function* () {
    yield* MEMBER_LIST.all(db, { sellerId }, MEMBERS.usual());
    const invites = await withSeller(db, sellerId, (tx) => listOpenInvites(tx, sellerId));
    for (const { email, role, expiresAt } of invites) yield { email, role, invitedUntil: expiresAt };
  })();
  return listCsv(MEMBERS, rows);
}
