import { createReadStream, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { and, asc, eq } from "drizzle-orm";
import { connect, type Db } from "@/db/client";
import { importRefusals } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { SYSTEM } from "@/lib/actor";
import type { ImportFile } from "@/lib/imports/import-file";
import { importFiles } from "@/lib/imports/import-files";
import { findTarget } from "./import/find-target";
import { sentenceOf } from "./import/sentences";
import { withDatabase } from "./import/with-database";
import { readSettings } from "./launch/settings";

const USAGE = "npm run import -- FILE... --channel CODE [--seller NAME] [--accept-warnings]";

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());

type Args = { files: ImportFile[]; channel: string; seller: string | undefined; acceptsWarnings: boolean };

function readArgs(): Args {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      channel: { type: "string" },
      seller: { type: "string" },
      "accept-warnings": { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0 || !values.channel) throw new Error(USAGE);
  const acceptsWarnings = values["accept-warnings"];
  return { files: positionals.map(fileAt), channel: values.channel, seller: values.seller, acceptsWarnings };
}

/** npm changes to the project's folder; a path is meant from where the command was typed. */
function fileAt(typed: string): ImportFile {
  const path = resolve(process.env.INIT_CWD ?? ".", typed);
  const { size, mtime } = statSync(path);
  return { name: basename(path), modifiedAt: mtime, size, open: () => createReadStream(path) };
}

/** Answers the exit code: 1 when nothing was imported, or a file was refused whole. */
async function run(db: Db, { files, channel, seller, acceptsWarnings }: Args): Promise<number> {
  const { sellerName, ...target } = await findTarget(db, seller, channel);
  const result = await importFiles(db, {
    ...target,
    files,
    actor: SYSTEM,
    now: new Date(),
    acceptsWarnings,
    signal: ending.signal,
  });
  const told = result.ok ? result.value : { files: [], warnings: [], ...result.refusal };
  const refusedFiles = told.files.flatMap(({ name, refusal }) => (refusal ? [{ name, refusal }] : []));
  for (const { name, refusal } of refusedFiles) console.error(`${name} was refused: ${sentenceOf(refusal)}`);
  for (const warning of told.warnings) console.error(`Warning: ${sentenceOf(warning)}`);
  if (!result.ok) {
    console.error(explain(result.refusal.code, channel));
    return 1;
  }
  const { importId, newCount, changedCount, unchangedCount, refusedCount } = result.value;
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

function explain(code: string, channel: string): string {
  if (code === "managed_channel")
    return `${channel} is managed here: it has no marketplace whose report could be imported.`;
  if (code === "warnings_not_accepted") return "Nothing was imported. If the file is right, say --accept-warnings.";
  return "Nothing was imported.";
}

try {
  const args = readArgs();
  process.exitCode = await withDatabase(readSettings(process.env), async (appUrl) => {
    const db = connect(appUrl);
    return run(db, args).finally(() => db.end());
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
