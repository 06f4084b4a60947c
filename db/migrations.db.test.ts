import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
type Journal = { entries: { tag: string }[] };

const name = `old_${randomUUID().replaceAll("-", "")}`;
const folder = mkdtempSync(join(tmpdir(), "homeward-migrations-"));
const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await owner`drop database if exists ${owner(name)} with (force)`;
  await owner.end();
});

/** A folder of migrations that ends before one of them: what a database of that day had. */
function migrationsBefore(tag: string): string {
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, "meta", "_journal.json");
  const { entries, ...rest }: Journal = JSON.parse(readFileSync(journal, "utf8"));
  const at = entries.findIndex((entry) => entry.tag === tag);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, at) }));
  return folder;
}

test("instructions that stood as one text are in the seller's own language afterwards, whoever the seller is", async () => {
  await owner`create database ${owner(name)}`;
  const url = Object.assign(new URL(inject("ownerUrl")), { pathname: `/${name}` }).href;
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0015_instructions_by_language") });
    const shop = async (locale: string, instructions: string) => {
      const [seller, channel] = [randomUUID(), randomUUID()];
      await sql`insert into sellers (id, name, locale) values (${seller}, ${seller}, ${locale})`;
      await sql`insert into channels (seller_id, id, code, name, marketplace, mode, programme, plan, has_prepaid, country,
          currency, time_zone)
        values (${seller}, ${channel}, 'own', 'Own', 'own', 'managed', 'seller_fulfilled', 'individual', false, 'US', 'USD', 'UTC')`;
      await sql`insert into operations (seller_id, id, channel_id, version, operation)
        values (${seller}, ${randomUUID()}, ${channel}, 1, jsonb_build_object('instructions', ${instructions}::text, 'undoSeconds', 15))`;
      return seller;
    };
    const sellers = [await shop("zh-CN", "请附上装箱单。"), await shop("en", "Add the slip."), await shop("en", "")];
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    const rows = await sql<
      { seller: string; operation: unknown }[]
    >`select seller_id as seller, operation from operations`;
    const operationOf = (id: string) => rows.find(({ seller }) => seller === id)?.operation;
    expect(sellers.map(operationOf)).toEqual([
      { instructions: { "zh-CN": "请附上装箱单。" }, undoSeconds: 15 },
      { instructions: { en: "Add the slip." }, undoSeconds: 15 },
      { instructions: {}, undoSeconds: 15 },
    ]);
  } finally {
    await sql.end();
  }
});
