import { withSeller } from "@/db/tenant";
import type { Result } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { type ImportMoveRefusal, moveImport } from "./move-import";

type Map = { importId: string; kind: ImportKind; mapping: ColumnMapping };

/**
 * Says which column of a checked import's file is what, has it checked again by that, and keeps it for the next file of
 * the same source. Refuses `wrong_state` once it runs: what was read one way is not read another way half through.
 */
export const mapImport = (
  { db, ...acting }: Ctx,
  { importId, kind, mapping }: Map,
): Promise<Result<null, ImportMoveRefusal>> =>
  withSeller(db, acting.sellerId, (tx) => moveImport(tx, acting, importId, { move: "map", kind, mapping }));
