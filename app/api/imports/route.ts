import type { NextRequest } from "next/server";
import { z } from "zod";
import { db } from "@/db";
import { MAX_IMPORT_BYTES, storeImportFile } from "@/lib/imports/stored-files";
import { idSchema } from "@/lib/kernel/id-schema";
import { env } from "@/lib/platform/env";
import { guardWrite } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

const query = z.object({
  import: idSchema,
  name: z.string().max(1000).default(""),
  /** When the file was last written, in milliseconds; a clock may be wrong, so it is only believed up to now. */
  modified: z.coerce.number().int().min(0).max(8.64e15).optional(),
});

/** Takes one report file as the body itself, into an import of the seller of the page (`?seller=`). */
export const POST = (request: NextRequest): Promise<Response> =>
  answering("imports", async () => {
    const { searchParams } = request.nextUrl;
    const guarded = await guardWrite("imports:run", searchParams.get("seller"));
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const asked = query.safeParse(Object.fromEntries(searchParams));
    if (!asked.success) return refusedResponse({ code: "not_found" });
    if (Number(request.headers.get("content-length") ?? 0) > MAX_IMPORT_BYTES)
      return refusedResponse({ code: "file_too_large", maxBytes: MAX_IMPORT_BYTES });
    if (!request.body) return refusedResponse({ code: "file_empty" });
    const { import: importId, name, modified } = asked.data;
    const now = Date.now();
    const stored = await storeImportFile(db, {
      dataDir: env.DATA_DIR,
      storage: env.STORAGE_PER_SHOP_MB,
      sellerId: guarded.value.seller.id,
      importId,
      name,
      modifiedAt: new Date(Math.min(modified ?? now, now)),
      body: request.body,
    });
    return stored.ok ? Response.json(stored, { status: 201 }) : refusedResponse(stored.refusal);
  });
