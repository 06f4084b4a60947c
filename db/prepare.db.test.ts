import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { prepareDatabase } from "./prepare";

const name = `prepare_${randomUUID().slice(0, 8)}`;
const stranger = `${name}_login`;
const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
const ownerUrl = addressOf(new URL(inject("ownerUrl")).username, new URL(inject("ownerUrl")).password);
const ours = { password: inject("appPassword"), mayChangePassword: false };

function addressOf(user: string, password: string): string {
  return Object.assign(new URL(inject("ownerUrl")), { username: user, password, pathname: `/${name}` }).href;
}

beforeAll(async () => {
  await owner`create database ${owner(name)}`;
  await owner`create role ${owner(stranger)} login password 'theirs'`;
});
afterAll(async () => {
  await owner`drop database ${owner(name)} with (force)`;
  await owner`drop role ${owner(stranger)}`;
  await owner.end();
});

test("many starts at once prepare a database once", async () => {
  const urls = await Promise.all(Array.from({ length: 6 }, () => prepareDatabase(ownerUrl, ours)));
  expect(new Set(urls).size).toBe(1);
});

test("a login of the operator's own is let in by our role, and owns nothing", async () => {
  const url = await prepareDatabase(ownerUrl, { url: addressOf(stranger, "theirs") });
  const sql = postgres(url, { max: 1 });
  expect(await sql`select id from returns`).toEqual([]);
  await expect(sql`create table mine (id int)`).rejects.toThrow("permission denied");
  await sql.end();
});

test("a login that row-level security does not bind is refused", async () => {
  await expect(prepareDatabase(ownerUrl, { url: ownerUrl })).rejects.toThrow("APP_DATABASE_URL");
});

test("our role with another password is refused, not changed under who uses it", async () => {
  await expect(prepareDatabase(ownerUrl, { ...ours, password: "wrong" })).rejects.toThrow("APP_DATABASE_URL");
});
