import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { db } from "@/db";
import { findFile } from "@/db/queries/files";
import { withSeller } from "@/db/tenant";
import { env } from "@/lib/env";
import { attachment } from "@/lib/files/file-name";
import { filePath } from "@/lib/files/store-file";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { answering, refusedResponse } from "@/lib/refused-response";

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
