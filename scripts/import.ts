import { createReadStream, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { and, asc, eq } from "drizzle-orm";
import { connect, type Db } from "@/db/client";
import { importRefusals } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { type ImportRefusal, importAsWork } from "@/lib/imports/import-as-work";
import type { ImportFile } from "@/lib/imports/import-file";
import { product } from "@/lib/policy/actor";
import { findTarget } from "./import/find-target";
import { sentenceOf, sentenceOfUpload } from "./import/sentences";
import { withDatabase } from "./import/with-database";

const USAGE = "npm run import -- FILE... --channel CODE [--seller NAME] [--accept-warnings] [--without-automation]";

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());

type Args = {
  files: ImportFile[];
  channel: string;
  seller: string | undefined;
  acceptsWarnings: boolean;
  isWithoutAutomation: boolean;
};

function readArgs(): Args {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      channel: { type: "string" },
      seller: { type: "string" },
      "accept-warnings": { type: "boolean", default: false },
      "without-automation": { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0 || !values.channel) throw new Error(USAGE);
  const acceptsWarnings = values["accept-warnings"];
  const isWithoutAutomation = values["without-automation"];
  return {
    files: positionals.map(fileAt),
    channel: values.channel,
    seller: values.seller,
    acceptsWarnings,
    isWithoutAutomation,
  };
}

/** npm changes to the project's folder; a path is meant from where the command was typed. */
function fileAt(typed: string): ImportFile {
  const path = resolve(process.env.INIT_CWD ?? ".", typed);
  const { size, mtime } = statSync(path);
  return { name: basename(path), modifiedAt: mtime, size, open: () => createReadStream(path) };
}

/** Answers the exit code: 1 when nothing was imported, or a file was refused whole. */
async function run(db: Db, dataDir: string, { files, channel, seller, ...choices }: Args): Promise<number> {
  const { sellerName, ...target } = await findTarget(db, seller, channel);
  const { signal } = ending;
  const result = await importAsWork(
    { db, sellerId: target.sellerId, actor: product("import"), now: new Date() },
    { channelId: target.channelId, files, ...choices, dataDir, signal },
  );
  const told = result.ok ? result.value : { files: [], warnings: [], ...result.refusal };
  const refusedFiles = told.files.flatMap(({ name, refusal }) => (refusal ? [{ name, refusal }] : []));
  for (const { name, refusal } of refusedFiles) console.error(`${name} was refused: ${sentenceOf(refusal)}`);
  for (const warning of told.warnings) console.error(`Warning: ${sentenceOf(warning)}`);
  if (!result.ok) {
    console.error(explain(result.refusal));
    return 1;
  }
  const { id: importId, newCount, changedCount, unchangedCount, refusedCount } = result.value;
  const refused = await withSeller(db, target.sellerId, (tx) =>
    tx
      .select()
      .from(importRefusals)
      .where(and(eq(importRefusals.sellerId, target.sellerId), eq(importRefusals.importId, importId)))
      .orderBy(asc(importRefusals.id)),
  );
  for (const { file, line, column, code, value } of refused) {
    const place = `${file}, line ${line}${column ? `, ${column}` : ""}`;
    console.error(`${place}: ${sentenceOf({ code, line, column, value })}`);
  }
  console.log(
    `${sellerName}, ${channel}: ${newCount} new, ${changedCount} changed, ${unchangedCount} unchanged, ${refusedCount} refused`,
  );
  return refusedFiles.length > 0 ? 1 : 0;
}

function explain(refusal: ImportRefusal): string {
  switch (refusal.code) {
    case "warnings_not_accepted":
      return "Nothing was imported. If the file is right, say --accept-warnings.";
    case "not_taken":
      return `Nothing was imported. ${refusal.name} was not taken: ${sentenceOfUpload(refusal.why)}`;
    default:
      return "Nothing was imported.";
  }
}

try {
  const args = readArgs();
  process.exitCode = await withDatabase(async (appUrl, dataDir) => {
    const db = connect(appUrl);
    return run(db, dataDir, args).finally(() => db.end());
  });
} catch (error) {
  if (ending.signal.aborted)
    console.error("Interrupted. What had begun to go in is finished by the worker of npm start.");
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
