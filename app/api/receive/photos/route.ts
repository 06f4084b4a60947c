import { env } from "@/lib/platform/env";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";
import { keepPhoto, PHOTO_BYTES_AT_MOST } from "@/lib/receiving/keep-photo";

/** A picture taken at the bench, as the body itself. */
export const POST = route({
  name: "receive.photos",
  needs: "parcels:receive",
  writes: true,
  body: bytesBody(PHOTO_BYTES_AT_MOST),
  run: async (ctx, { body }) => {
    const where = { dataDir: env.DATA_DIR, storage: env.STORAGE_PER_SHOP_MB };
    return jsonOf(await keepPhoto(ctx, { ...where, bytes: body }), 201);
  },
});
