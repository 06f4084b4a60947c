import { importsCsv } from "@/lib/imports/imports-csv";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The list of imports as a file, all of them. */
export const GET = route({
  name: "imports.csv",
  needs: "imports:read",
  exports: "imports",
  run: ({ db, sellerId }) => csv(importsCsv(db, sellerId), "imports.csv"),
});
