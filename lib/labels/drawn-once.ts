import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@/lib/kernel/ids";
import { idSchema } from "@/lib/kernel/schemas";
import { log } from "@/lib/platform/log";
import { draw } from "./draw";
import type { DrawTask } from "./draw-task";

const KEPT_MS = 7 * 24 * 3_600_000;
/** Another build may draw otherwise; without one, as while somebody works on it, a drawing lasts as long as the process. */
const BUILD = process.env.HOMEWARD_BUNDLE
  ? readFile(join(process.env.HOMEWARD_BUNDLE, "homeward-sources"), "utf8").catch(() => newId())
  : Promise.resolve(newId());

const folderOf = (dataDir: string, sellerId: string): string => join(dataDir, "labels", idSchema.parse(sellerId));

/** Named for all that is drawn: another address, item or size is another file, and what says the same is the same. */
async function pathOf(dataDir: string, sellerId: string, task: DrawTask): Promise<string> {
  const hash = createHash("sha256")
    .update(await BUILD)
    .update(JSON.stringify(task));
  return join(folderOf(dataDir, sellerId), `${hash.digest("hex")}.pdf`);
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** A drawing that is kept: the pages and the mails that show the same label read it from its file. */
export async function drawnOnce(
  { dataDir, sellerId }: { dataDir: string; sellerId: string },
  task: DrawTask,
): Promise<Uint8Array> {
  const path = await pathOf(dataDir, sellerId, task);
  const kept = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (kept) return kept;
  const drawn = await draw(task);
  await keep(path, folderOf(dataDir, sellerId), drawn).catch((error: unknown) =>
    log.warn({ err: error }, "a drawn label could not be kept"),
  );
  return drawn;
}

/** Two that draw the same at once put down the same; nobody reads half of it. */
async function keep(path: string, folder: string, drawn: Uint8Array): Promise<void> {
  const part = `${path}.${newId()}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(part, drawn, { flag: "wx", mode: 0o600 });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Forgets what was drawn a week ago: whoever asks again has it drawn anew. */
export async function sweepDrawn(_: unknown, where: { dataDir: string; sellerId: string; now: Date }): Promise<void> {
  const folder = folderOf(where.dataDir, where.sellerId);
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && where.now.getTime() - found.mtimeMs > KEPT_MS) await rm(join(folder, name), { force: true });
  }
}
