import { after, type NextRequest } from "next/server";
import { db } from "@/db";
import { env } from "@/lib/env";
import { MAX_LABEL_BYTES, storeFile } from "@/lib/files/store-file";
import { sweepFiles } from "@/lib/files/sweep-files";
import { guardWrite } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";

const SWEEP_EVERY_MS = 6 * 3_600_000;
const sweptAt = new Map<string, number>();

/** After an upload, as no clock of its own is worth it; the folder is read rarely. */
async function sweepNowAndThen(sellerId: string): Promise<void> {
  const now = new Date();
  if (now.getTime() - (sweptAt.get(sellerId) ?? 0) < SWEEP_EVERY_MS) return;
  sweptAt.set(sellerId, now.getTime());
  await sweepFiles(db, { dataDir: env.DATA_DIR, sellerId, now });
}

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
    const where = { dataDir: env.DATA_DIR, sellerId: seller.id };
    const name = searchParams.get("name") ?? "";
    const stored = await storeFile(db, { ...where, userId: user.id, name, body: request.body });
    if (!stored.ok) return refusedResponse(stored.refusal);
    after(() => sweepNowAndThen(seller.id));
    return Response.json(stored, { status: 201 });
  });
