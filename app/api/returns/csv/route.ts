import { z } from "zod";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { formBody, jsonField } from "@/lib/platform/route-body";
import { exportSchema, returnsCsv } from "@/lib/returns/returns-csv";

/** A list of returns as a file. It changes nothing; it is a POST because a selection does not fit an address. */
export const POST = route({
  name: "returns.csv",
  needs: "returns:read",
  exports: "returns",
  body: formBody(z.object({ export: jsonField(exportSchema) })),
  run: ({ db, sellerId, session }, { body: { export: wanted } }) =>
    csv(returnsCsv(db, { sellerId, userId: session.user.id, ...wanted }), "returns.csv", JSON.stringify(wanted)),
});
