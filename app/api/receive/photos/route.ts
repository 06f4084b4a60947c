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
  run: async ({ db, sellerId, session }, { body }) => {
    const where = { dataDir: env.DATA_DIR, sellerId, storage: env.STORAGE_PER_SHOP_MB };
    return jsonOf(await keepPhoto(db, { ...where, userId: session.user.id }, body), 201);
  },
});
