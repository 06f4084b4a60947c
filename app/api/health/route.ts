import { sql } from "drizzle-orm";
import { refuse } from "@/lib/kernel/result";
import { unlessDatabaseDown } from "@/lib/platform/database-down";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";

/** Open to anybody, and tells only whether the product can work. */
export const GET = route({
  name: "health",
  needs: "public",
  run: async ({ db }) => {
    const answered = await unlessDatabaseDown(() => db.execute(sql`select 1`));
    return answered === "database_down" ? refuse({ code: "database_down" }) : json();
  },
});
