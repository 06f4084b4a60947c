import "./setup/closed-output.mjs";
import { runCommand } from "./setup/command.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { whenShellEnds } from "./setup/npm-shell.mjs";

/** `node scripts/run.mjs scripts/<name>.ts …`: runs a script of the project as the server side sees it. */
await ensureInstalled();
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => ending.abort());
whenShellEnds(() => ending.abort());
const args = ["--import", "./scripts/setup/server-side.mjs", ...process.argv.slice(2)];
process.exitCode = await runCommand(process.execPath, args, { signal: ending.signal, graceMs: 25_000 });
