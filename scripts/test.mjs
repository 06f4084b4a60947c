import { fileURLToPath } from "node:url";
import { findBrowser } from "./setup/browser.mjs";
import { ensureInstalled } from "./setup/install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
// A production environment would leave the tools of the tests out.
delete process.env.NODE_ENV;
// Every page in every theme, language and size; without it one page has one look.
if (process.argv.includes("--every-look")) process.env.EVERY_LOOK = "1";
await ensureInstalled();
const browser = await findBrowser();
if (browser) process.env.CHROMIUM_PATH = browser;
const { runChecks, BROWSER_TESTS, BUILD, DATABASE_TESTS, STATIC_CHECKS, UNIT_TESTS } = await import(
  "./checks/run-checks.mjs"
);
process.exitCode = await runChecks([[...STATIC_CHECKS, UNIT_TESTS], [DATABASE_TESTS, BUILD], [BROWSER_TESTS]]);
