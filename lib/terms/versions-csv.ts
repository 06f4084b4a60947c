import { withSeller } from "@/db/tenant";
import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { toldChanges } from "@/lib/policy/terms/rows";
import { listVersionsByNumber, VERSION_LIST, VERSIONS, WORK_LIST } from "./terms-rows";

const AT_MOST = 1000;

/** Every version of a channel's terms, and of how it works, as CSV, newest first, each with what it changed. */
export function versionsCsv({ db, sellerId }: Reading, { channelId }: { channelId: string }): AsyncGenerator<string> {
  const rows = (async function* () {
    const read = await withSeller(db, sellerId, async (tx) => {
      const listed = await VERSION_LIST.page(tx, { sellerId, channelId }, { ...VERSIONS.usual(), per: AT_MOST });
      return listVersionsByNumber(
        tx,
        sellerId,
        channelId,
        listed.rows.map(({ version }) => version),
      );
    });
    const terms = read.toSorted((a, b) => b.version - a.version);
    for (const [index, row] of terms.entries()) {
      const earlier = terms[index + 1];
      const changed = earlier ? toldChanges(earlier.terms, row.terms).map(({ kind }) => kind) : [];
      yield { ...row, of: "terms" as const, changed: [...new Set(changed)] };
    }
    yield* WORK_LIST.all(db, { sellerId, channelId }, VERSIONS.usual());
  })();
  return listCsv(VERSIONS, rows);
}
