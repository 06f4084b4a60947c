import { z } from "zod";
import { readCountries } from "@/lib/imports/read-countries";
import { TABLE_BYTES } from "@/lib/imports/table-of-file";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { bytesBody } from "@/lib/platform/route-body";

/** Reads a table of countries for the settings that are open: it answers what stands in it and keeps nothing. */
export const POST = route({
  name: "channels.countries",
  needs: "settings:write",
  query: z.object({ name: z.string().trim().default("") }),
  body: bytesBody(TABLE_BYTES),
  run: async (_ctx, { query: { name }, body: file }) => jsonOf(await readCountries(file, name)),
});
