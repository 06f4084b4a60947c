import "./setup/closed-output.mjs";
import { runCommand } from "./setup/command.mjs";
import { ensureInstalled } from "./setup/install.mjs";

/** `node scripts/run.mjs scripts/<name>.ts …`: runs a script of the project as the server side sees it. */
await ensureInstalled();
process.exitCode = await runCommand(process.execPath, [
  "--import",
  "./scripts/setup/server-side.mjs",
  ...process.argv.slice(2),
]);
