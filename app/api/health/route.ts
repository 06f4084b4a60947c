import { sql } from "drizzle-orm";
import { db } from "@/db";
import { isDatabaseDown } from "@/lib/platform/database-down";

export const dynamic = "force-dynamic";

/** Open to anybody, and tells only whether the product can work. */
export async function GET(): Promise<Response> {
  try {
    await db.execute(sql`select 1`);
    return Response.json({ ok: true });
  } catch (error) {
    if (isDatabaseDown(error)) return Response.json({ ok: false }, { status: 503 });
    throw error;
  }
}
