import "server-only";
import { env } from "@/lib/platform/env";
import { connect, type Db } from "./client";

const store = globalThis as { homewardDb?: Db };

/** The application's one pool; kept across reloads in development. */
export const db: Db = (store.homewardDb ??= connect(env.APP_DATABASE_URL));
