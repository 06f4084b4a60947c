import { prepareDatabase } from "../db/prepare";
import { plainly } from "./launch/plainly";
import { readSettings } from "./launch/settings";
import { waitForDatabase } from "./launch/wait-for-database";

/** `npm run migrate`: brings the operator's database to this version's schema, and makes the application's login where it may. */
await plainly(async () => {
  const { databaseUrl, appDatabaseUrl } = readSettings(process.env);
  if (!databaseUrl) throw new Error("DATABASE_URL is missing: the address of the database as its owner.");
  if (!appDatabaseUrl) throw new Error("APP_DATABASE_URL is missing: how the web server and the worker will log in.");
  const { signal } = new AbortController();
  await waitForDatabase("DATABASE_URL", databaseUrl, { signal });
  await prepareDatabase(databaseUrl, { url: appDatabaseUrl });
  console.log("The database is at the schema of this version.");
  return 0;
});
