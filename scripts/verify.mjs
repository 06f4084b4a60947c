import { fileURLToPath } from "node:url";
import { runChecks, STATIC_CHECKS, UNIT_TESTS } from "./checks/run-checks.mjs";
import { ensureInstalled } from "./setup/install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
delete process.env.NODE_ENV;
await ensureInstalled();
process.exitCode = await runChecks([[...STATIC_CHECKS, UNIT_TESTS]]);
