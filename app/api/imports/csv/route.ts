import { IMPORT_LIST, IMPORTS } from "@/lib/imports/imports";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The list of imports as a file, all of them. */
export const GET = route({
  name: "imports.csv",
  needs: "imports:read",
  exports: "imports",
  run: (ctx) => csv(IMPORT_LIST.csv(ctx, IMPORTS.usual()), "imports.csv"),
});
