import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { IMPORT_KINDS, type ImportKind, type MappedField } from "@/lib/policy/imports/mapping";
import { guessColumns } from "./guess-columns";
import type { ImportFile } from "./import-file";
import type { ImportOf } from "./import-of";
import { findImportMapping, headerSignature } from "./imports";
import { readReport } from "./read/read-report";

type Recognised = { sellerId: string; channel: ChannelRules; files: readonly ImportFile[]; known: ImportOf };

/**
 * What the files of an import hold: by a report that we know, else by how a file with this header was read the last time
 * in this channel. Where neither tells, it stays as it was and somebody has to be asked.
 */
export async function recogniseImport(db: Db, { sellerId, channel, files, known }: Recognised): Promise<ImportOf> {
  if (known.mapping) return known;
  for (const file of files.filter(({ refusal }) => !refusal)) {
    const { currency, timeZone } = channel;
    const read = await readReport({ name: file.name, bytes: file.open(), currency, timeZone });
    if (read.ok) {
      await read.rows.return(undefined);
      return { kind: read.holds, mapping: null };
    }
    if (read.refusal.code !== "needs_mapping") continue;
    const signature = headerSignature(read.refusal.columns ?? []);
    for (const kind of [known.kind, ...IMPORT_KINDS.filter((other) => other !== known.kind)]) {
      const mapping = await withSeller(db, sellerId, (tx) =>
        findImportMapping(tx, sellerId, { channelId: channel.id, kind, signature }),
      );
      if (mapping) return { kind, mapping: withLaterFields(mapping, read.refusal.columns ?? [], kind) };
    }
  }
  return known;
}

/** What could not be chosen yet when a mapping without `unread` was kept. */
const LATER_FIELDS: readonly MappedField[] = ["cancelled"];

/** A mapping from before a field was known has no opinion about its column: that is read as its name says. */
function withLaterFields(mapping: ColumnMapping, names: readonly string[], kind: ImportKind): ColumnMapping {
  if (mapping.unread) return mapping;
  const likely = guessColumns(names, kind).columns;
  const used = Object.values(mapping.columns);
  const later = LATER_FIELDS.flatMap((field) => {
    const name = likely[field];
    return name && !mapping.columns[field] && !used.includes(name) ? [[field, name] as const] : [];
  });
  return { ...mapping, columns: { ...mapping.columns, ...Object.fromEntries(later) } };
}
