import { rmSync } from "node:fs";
import { runCommand } from "./setup/command.mjs";

/** The product as the browser tests start it; their data goes when it ends. */
const code = await runCommand(process.execPath, ["scripts/start.mjs"]);
rmSync(process.env.DATA_DIR, { recursive: true, force: true });
process.exitCode = code;
