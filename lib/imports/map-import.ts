import { importMappings } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addWork } from "@/lib/platform/queue/lease";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { FIELDS_OF, type ImportKind, type MappedField, REQUIRED_FIELDS } from "@/lib/policy/imports/mapping";
import { headerSignature } from "./header-signature";
import { updateImport } from "./import-rows";
import { findImport, findImportColumns } from "./imports";

export type MapRefusal =
  | { code: "not_found" }
  | { code: "wrong_state"; state: string }
  | { code: "nothing_to_map" }
  | { code: "column_needed"; field: MappedField }
  | { code: "column_unknown"; column: string };

type Map = { importId: string; kind: ImportKind; mapping: ColumnMapping };

/**
 * Says which column of a checked import's file is what, has it checked again by that, and keeps it for the next file of
 * the same source. Refuses `wrong_state` once it runs: what was read one way is not read another way half through.
 */
export async function mapImport(
  { db, sellerId, now }: Ctx,
  { importId, kind, mapping }: Map,
): Promise<Result<null, MapRefusal>> {
  const { row, found } = await withSeller(db, sellerId, async (tx) => ({
    row: await findImport(tx, sellerId, importId),
    found: await findImportColumns(tx, sellerId, importId),
  }));
  if (!row) return refuse({ code: "not_found" });
  const { state, channelId } = row;
  if (state !== "checked") return refuse({ code: "wrong_state", state });
  if (!found) return refuse({ code: "nothing_to_map" });
  const names = found.columns.map(({ name }) => name);
  const missing = REQUIRED_FIELDS[kind].find((field) => !mapping.columns[field]);
  if (missing) return refuse({ code: "column_needed", field: missing });
  const columns = Object.fromEntries(
    FIELDS_OF[kind].flatMap((field) => {
      const name = mapping.columns[field];
      return name ? [[field, name] as const] : [];
    }),
  );
  const unknown = Object.values(columns).find((name) => !names.includes(name));
  if (unknown) return refuse({ code: "column_unknown", column: unknown });
  const unread = names.filter((name) => !Object.values(columns).includes(name));
  const kept = { ...mapping, columns, unread };
  return withSeller(db, sellerId, async (tx) => {
    const isOurs = await updateImport(tx, { sellerId, importId }, "checked", {
      state: "checking",
      bytesDone: 0,
      kind,
      mapping: kept,
    });
    if (!isOurs) return refuse({ code: "wrong_state", state: "checking" });
    await tx
      .insert(importMappings)
      .values({
        sellerId,
        id: newId(),
        channelId,
        kind,
        signature: headerSignature(names),
        mapping: kept,
        updatedAt: now,
      })
      .onConflictDoUpdate({
        target: [importMappings.sellerId, importMappings.channelId, importMappings.kind, importMappings.signature],
        set: { mapping: kept, updatedAt: now },
      });
    await addWork(tx, { sellerId, kind: "import", id: importId });
    return ok(null);
  });
}
