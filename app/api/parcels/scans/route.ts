import { z } from "zod";
import { TABLE_BYTES } from "@/lib/imports/table-of-file";
import { uploadScans } from "@/lib/imports/upload-scans";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";

/** Takes a list of scans as the body itself, and answers what became of its rows. */
export const POST = route({
  name: "parcels.scans",
  needs: "parcels:receive",
  writes: true,
  query: z.object({ name: z.string().trim().default("") }),
  body: bytesBody(TABLE_BYTES),
  run: async (ctx, { query: { name }, body: file }) => jsonOf(await uploadScans(ctx, { file, fileName: name })),
});
