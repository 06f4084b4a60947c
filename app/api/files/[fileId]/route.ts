import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { env } from "@/lib/platform/env";
import { attachment } from "@/lib/platform/files/file-name";
import { findFile } from "@/lib/platform/files/files";
import { filePath } from "@/lib/platform/files/store-file";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ fileId: string }> };

/** A stored file, always saved and never shown inside our own pages. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("files", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { fileId } = await params;
    const file = isId(fileId) ? await withSeller(db, sellerId, (tx) => findFile(tx, sellerId, fileId)) : null;
    if (!file) return refusedResponse({ code: "not_found" });
    const bytes = createReadStream(filePath(env.DATA_DIR, sellerId, file.id));
    return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": file.mime,
        "content-length": String(file.size),
        "content-disposition": attachment(file.name),
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  });
