import { withSeller } from "@/db/tenant";
import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import { toldChanges } from "@/lib/policy/terms/rows";
import { listOperations, listVersionsByNumber, VERSION_LIST, VERSIONS } from "./terms-rows";

const AT_MOST = 1000;

/** Each with what it changed of the one before it, newest first. */
const told = <Of extends "terms" | "work", Version>(
  of: Of,
  versions: readonly Version[],
  changed: (a: Version, b: Version) => string[],
) =>
  versions.map((row, index) => {
    const earlier = versions[index + 1];
    return { ...row, of, changed: earlier ? [...new Set(changed(earlier, row))] : [] };
  });

/** Every version of a channel's terms, and of how it works, as CSV, newest first. */
export function versionsCsv({ db, sellerId }: Reading, { channelId }: { channelId: string }): AsyncGenerator<string> {
  const rows = (async function* () {
    const { terms, work } = await withSeller(db, sellerId, async (tx) => {
      const listed = await VERSION_LIST.page(tx, { sellerId, channelId }, { ...VERSIONS.usual(), per: AT_MOST });
      const numbers = listed.rows.map(({ version }) => version);
      const read = await listVersionsByNumber(tx, sellerId, channelId, numbers);
      return {
        terms: read.toSorted((a, b) => b.version - a.version),
        work: await listOperations(tx, sellerId, channelId, AT_MOST),
      };
    });
    yield* told("terms", terms, (a, b) => toldChanges(a.terms, b.terms).map(({ kind }) => kind));
    yield* told("work", work, (a, b) => diffOperation(a.operation, b.operation));
  })();
  return listCsv(VERSIONS, rows);
}
