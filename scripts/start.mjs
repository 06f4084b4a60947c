import { fileURLToPath } from "node:url";
import "./setup/closed-output.mjs";
import { ensureInstalled } from "./setup/install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await ensureInstalled();
const { register } = await import("tsx/esm/api");
register();
await import("./launch.ts");
