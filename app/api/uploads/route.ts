import type { NextRequest } from "next/server";
import { db } from "@/db";
import { env } from "@/lib/platform/env";
import { MAX_LABEL_BYTES, storeFile } from "@/lib/platform/files/store-file";
import { guardWrite } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** Takes a label of the seller's own as the body itself, under `?name=` and for the seller of the page, `?seller=`. */
export const POST = (request: NextRequest): Promise<Response> =>
  answering("uploads", async () => {
    const { searchParams } = request.nextUrl;
    const guarded = await guardWrite("returns:decide", searchParams.get("seller"));
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, user } = guarded.value;
    if (Number(request.headers.get("content-length") ?? 0) > MAX_LABEL_BYTES)
      return refusedResponse({ code: "file_too_large", maxBytes: MAX_LABEL_BYTES });
    if (!request.body) return refusedResponse({ code: "file_empty" });
    const where = { dataDir: env.DATA_DIR, sellerId: seller.id, storage: env.STORAGE_PER_SHOP_MB };
    const name = searchParams.get("name") ?? "";
    const stored = await storeFile(db, { ...where, userId: user.id, name, body: request.body });
    if (!stored.ok) return refusedResponse(stored.refusal);
    return Response.json(stored, { status: 201 });
  });
