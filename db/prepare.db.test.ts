import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { isMigrated } from "./fit";
import { prepareDatabase } from "./prepare";

const name = `prepare_${randomUUID().slice(0, 8)}`;
const stranger = `${name}_login`;
const newcomer = `${name}_newcomer`;
const maker = `${name}_maker`;
const plain = `${name}_plain`;
const nested = `${name}_nested`;
const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => undefined });
const ownerUrl = addressOf(new URL(inject("ownerUrl")).username, new URL(inject("ownerUrl")).password);
const ours = { password: inject("appPassword"), mayChangePassword: false };

function addressOf(user: string, password: string): string {
  const url = new URL(inject("ownerUrl"));
  return Object.assign(url, { username: user, password: encodeURIComponent(password), pathname: `/${name}` }).href;
}

beforeAll(async () => {
  await owner`create database ${owner(name)}`;
  await owner`create role ${owner(stranger)} login password 'theirs'`;
});
afterAll(async () => {
  for (const each of [name, maker, plain]) await owner`drop database if exists ${owner(each)} with (force)`;
  for (const role of [stranger, newcomer, `${newcomer}2`, nested, maker, plain])
    await owner`drop role if exists ${owner(role)}`;
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

test("a login that is not there yet is made with the password of its address, and sees how far the migrations are", async () => {
  const url = await prepareDatabase(ownerUrl, { url: addressOf(newcomer, "its/own@word") });
  expect(await isMigrated(url)).toBe(true);
  const sql = postgres(url, { max: 1 });
  expect(await sql`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false },
  ]);
  await sql.end();
});

test("a login that owns through a role it belongs to is refused", async () => {
  const boss = new URL(ownerUrl).username;
  await owner`create role ${owner(nested)} login password 'theirs' in role homeward_app, ${owner(boss)}`;
  await expect(prepareDatabase(ownerUrl, { url: addressOf(nested, "theirs") })).rejects.toThrow("APP_DATABASE_URL");
});

test("an owner that is no superuser prepares its database, as far as it may make roles", async () => {
  const ofMaker = await emptyDatabaseOf(maker, "createrole");
  // Whoever made our role may hand it on; here that was another owner.
  await owner.unsafe(`grant homeward_app to ${maker} with admin option`);
  const url = await prepareDatabase(ofMaker, { url: withUser(ofMaker, `${newcomer}2`) });
  expect(await isMigrated(url)).toBe(true);

  const ofPlain = await emptyDatabaseOf(plain, "nocreaterole");
  await expect(prepareDatabase(ofPlain, { url: withUser(ofPlain, `${newcomer}3`) })).rejects.toThrow(
    "may not manage roles",
  );
  await expect(isMigrated(withUser(ofPlain, stranger, "theirs"))).resolves.toBe(false);
  expect(await prepareDatabase(ofPlain, { url: withUser(ofPlain, stranger, "theirs") })).toContain(stranger);
});

/** A database of its own for an owner with or without the right to make roles. */
async function emptyDatabaseOf(role: string, right: "createrole" | "nocreaterole"): Promise<string> {
  await owner.unsafe(`create role ${role} login password 'pw' ${right}`);
  await owner.unsafe(`create database ${role} owner ${role}`);
  return Object.assign(new URL(addressOf(role, "pw")), { pathname: `/${role}` }).href;
}

const withUser = (url: string, username: string, password = "pw"): string =>
  Object.assign(new URL(url), { username, password }).href;
