"use server";

import { z } from "zod";
import { mapImport } from "@/lib/imports/map-import";
import { confirmImport, discardImport, requestCheck, startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { columnMappingSchema } from "@/lib/policy/imports/column-mapping";
import { IMPORT_KINDS } from "@/lib/policy/imports/mapping";

const needs = "imports:run";
const one = z.strictObject({ importId: idSchema });

export const openImport = action({
  name: "open an import",
  needs,
  input: z.strictObject({ channelId: idSchema }),
  run: startImport,
});

export const checkImport = action({
  name: "check an import",
  needs,
  input: one,
  run: requestCheck,
  touches: () => ["imports"],
});

export const mapColumns = action({
  name: "say what the columns of an import hold",
  needs,
  input: z.strictObject({ importId: idSchema, kind: z.enum(IMPORT_KINDS), mapping: columnMappingSchema }),
  run: mapImport,
  touches: () => ["imports"],
});

export const runImport = action({
  name: "run an import",
  needs,
  input: z.strictObject({ importId: idSchema, acceptsWarnings: z.boolean(), isWithoutAutomation: z.boolean() }),
  run: confirmImport,
  touches: () => ["imports"],
});

export const dropImport = action({
  name: "discard an import",
  needs,
  input: one,
  run: (ctx, { importId }) => discardImport(ctx, { importId, dataDir: env.DATA_DIR }),
  touches: () => ["imports"],
});

export const takeImportBack = action({
  name: "undo an import",
  needs,
  input: one,
  run: undoImport,
  touches: () => ["imports", "returns", "channels"],
});
