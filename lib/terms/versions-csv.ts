import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import type { Reading } from "@/lib/platform/ctx";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import { toldChanges } from "@/lib/policy/terms/rows";
import type { Terms } from "@/lib/policy/terms/terms";
import { listOperations, listVersions, listVersionsByNumber } from "./terms-rows";

const COLUMNS = ["of", "version", "in_force_from", "saved_at", "by", "changed", "note"];
const AT_MOST = 1000;

type Row = { version: number; note: string; createdAt: Date; createdByName: string | null };

/** Each with what it changed of the one before it, newest first. */
const told = <Version extends Row>(
  of: string,
  versions: readonly Version[],
  changed: (a: Version, b: Version) => string[],
) =>
  versions.map((row, index) => {
    const earlier = versions[index + 1];
    return {
      of,
      version: row.version,
      saved_at: row.createdAt.toISOString(),
      by: row.createdByName,
      changed: earlier ? [...new Set(changed(earlier, row))].join("; ") : "",
      note: row.note,
    };
  });

const changedParts = (a: Terms, b: Terms) => toldChanges(a, b).map(({ kind }) => kind);

/** Every version of a channel's terms, and of how it works, as CSV, newest first; instants in UTC. */
export function versionsCsv({ db, sellerId }: Reading, { channelId }: { channelId: string }): AsyncGenerator<string> {
  const rows = (async function* () {
    const { terms, work } = await withSeller(db, sellerId, async (tx) => {
      const listed = await listVersions(tx, sellerId, channelId, { after: null, before: null, limit: AT_MOST });
      const numbers = listed.map(({ version }) => version);
      const read = await listVersionsByNumber(tx, sellerId, channelId, numbers);
      return {
        terms: read.toSorted((a, b) => b.version - a.version),
        work: await listOperations(tx, sellerId, channelId, AT_MOST),
      };
    });
    const dates = new Map(terms.map(({ version, effectiveFrom }) => [version, effectiveFrom]));
    for (const row of told("terms", terms, (a, b) => changedParts(a.terms, b.terms)))
      yield { ...row, in_force_from: dates.get(row.version) };
    yield* told("work", work, (a, b) => diffOperation(a.operation, b.operation));
  })();
  return csvOf(rows, COLUMNS);
}
