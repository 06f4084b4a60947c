import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { runCommand } from "./setup/command.mjs";

/** The product as the browser tests start it; their data, and every mail it sent, goes when it ends. */
const dataDir = process.env.DATA_DIR;
const folder = join(dataDir, "mail-sink");
mkdirSync(folder, { recursive: true });
let count = 0;
const sink = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData: (stream, _session, done) => {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.once("end", () => {
      writeFileSync(join(folder, `${String(++count).padStart(6, "0")}.eml`), Buffer.concat(parts));
      done();
    });
  },
});
sink.on("error", (error) => console.error("The mail sink:", error.message));
const port = await new Promise((resolve) => {
  const server = sink.listen(0, "127.0.0.1", () => resolve(server.address().port));
});

const env = { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "returns@homeward.example.net" };
const code = await runCommand(process.execPath, ["scripts/start.mjs"], { env });
rmSync(dataDir, { recursive: true, force: true });
process.exit(code);
