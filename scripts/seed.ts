import { connect } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { env } from "@/lib/platform/env";

const password = process.env.DEMO_PASSWORD;
if (!password) throw new Error("DEMO_PASSWORD is missing.");
const db = connect(env.APP_DATABASE_URL);
await seedDemo(db, { password, now: new Date() });
await db.end();
