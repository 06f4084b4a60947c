import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { labelJpeg } from "@/lib/labels/label-jpeg";
import { env } from "@/lib/platform/env";
import { attachment } from "@/lib/platform/files/file-name";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ returnId: string }> };

/** The label of one return as a picture, for a marketplace that takes no PDF. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("returns.label.jpeg", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { returnId } = await params;
    const asked = { sellerId: guarded.value.seller.id, returnId, dataDir: env.DATA_DIR };
    const jpeg = isId(returnId) ? await labelJpeg(db, asked) : null;
    if (!jpeg) return refusedResponse({ code: "not_found" });
    return new Response(new Uint8Array(jpeg), {
      headers: {
        "content-type": "image/jpeg",
        "content-disposition": attachment("label.jpg"),
        "cache-control": "private, no-store",
      },
    });
  });
