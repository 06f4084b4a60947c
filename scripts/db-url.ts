import { runningUrl } from "../db/embedded";
import { DATABASE_NAME } from "./launch/database";
import { readSettings } from "./launch/settings";

const settings = readSettings(process.env);
const url = settings.databaseUrl ?? (await runningUrl(settings.dataDir, DATABASE_NAME));
if (url) console.log(url);
else {
  console.error(`No database is running on ${settings.dataDir}: npm start starts it.`);
  process.exitCode = 1;
}
