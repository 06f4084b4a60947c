import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema";
import { withSeller, withUser } from "@/db/tenant";
import { aSeller, testDb } from "@/db/testing";
import { drain } from "@/db/testing-mail";
import { newId } from "@/lib/kernel/ids";
import { outboxWork } from "@/lib/messages/leave-outbox";
import { ACCOUNT_EVENT_LIST, ACCOUNT_EVENTS, addAccountEvent } from "@/lib/platform/audit/account-events";
import { accountEventsOf } from "@/lib/platform/audit/audit-testing";
import { LIMITS } from "@/lib/platform/throttle";
import { anAddressKey, aPerson, enter } from "./accounts-testing";
import { mailReset, offerReset, resetPassword } from "./reset-password";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const WRONG = "not the right one";
const locked = { ok: false, refusal: { code: "locked" } };

/** Somebody who has signed in from a browser before; answers what that browser is known by. */
async function aKnownPerson() {
  const { sellerId, owner } = await aSeller(db);
  const { email, userId } = await aPerson(db, { sellerId });
  const first = await enter(db, email, { device: { id: null, name: "Firefox, Linux" } });
  if (!first.ok) throw new Error(first.refusal.code);
  return { sellerId, owner, email, userId, device: { id: first.value.deviceId, name: "Firefox, Linux" } };
}

/** Each from an address of its own, and with a browser that names some device. */
async function strangersTry(email: string, id: string | null = null) {
  const tries = Array.from({ length: LIMITS.account + 4 }, () =>
    enter(db, email, { password: WRONG, device: { id, name: null } }),
  );
  await Promise.all(tries);
}

async function mailsOf(sellerId: string) {
  await drain(db, "outbox", outboxWork({ appUrl: "https://returns.pine.net", hasServer: true }));
  return withSeller(db, sellerId, (tx) =>
    tx.select({ kind: messages.kind, to: messages.toAddress, text: messages.text }).from(messages),
  );
}

describe("a known device", () => {
  it("N02 is not locked out by what strangers try, from wherever they try it", async () => {
    const { email, device } = await aKnownPerson();
    await strangersTry(email);
    expect(await enter(db, email)).toMatchObject(locked);
    expect(await enter(db, email, { device })).toMatchObject({ ok: true });
    const addressKey = anAddressKey();
    for (let tries = 0; tries < LIMITS.address; tries++)
      await enter(db, `nobody${tries}@x.test`, { password: WRONG, addressKey });
    expect(await enter(db, email, { device, addressKey })).toMatchObject({ ok: true });
  });

  it("is locked by its own wrong tries, and opens nothing more for the strangers", async () => {
    const { email, device } = await aKnownPerson();
    await strangersTry(email);
    expect(await enter(db, email, { device })).toMatchObject({ ok: true });
    expect(await enter(db, email)).toMatchObject(locked);
    await strangersTry(email, device.id);
    expect(await enter(db, email, { device })).toMatchObject(locked);
  });

  it("is one of this very account: another's, or one made up, counts as a stranger", async () => {
    const [one, two] = [await aKnownPerson(), await aKnownPerson()];
    await strangersTry(one.email);
    for (const id of [two.device.id, newId()])
      expect(await enter(db, one.email, { device: { id, name: null } })).toMatchObject(locked);
  });
});

describe("a person is told by mail", () => {
  it("of a sign-in from a new device, and not of the first one, nor of a known one", async () => {
    const { sellerId, email, userId, device } = await aKnownPerson();
    await enter(db, email, { device });
    expect(await mailsOf(sellerId)).toEqual([]);
    await enter(db, email, { device: { id: null, name: "Chrome, Windows" } });
    const [mail, ...more] = await mailsOf(sellerId);
    expect(mail).toMatchObject({ kind: "member.new_device", to: email });
    expect(mail?.text).toContain("Chrome, Windows");
    expect(more).toEqual([]);
    const events = (await accountEventsOf(db, userId)).rows;
    expect(events.map(({ data }) => data.isNew).sort()).toEqual([false, true, true]);
  });

  it("when a password was reset, also by the link that an owner offered", async () => {
    const { sellerId, owner, userId, email } = await aKnownPerson();
    const now = new Date();
    const made = await offerReset(
      { db, sellerId, actor: { kind: "person", ...owner }, now },
      { userId, isMailed: false },
    );
    if (!made.ok) throw new Error(made.refusal.code);
    await resetPassword({ db, now }, { resetId: made.value.resetId, password: "seven quiet lanterns" });
    expect(await mailsOf(sellerId)).toMatchObject([{ kind: "member.reset_used", to: email }]);
    const kinds = (await accountEventsOf(db, userId)).rows.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["reset_offered", "reset_used", "signed_in"]);
    await mailReset({ db, now }, { email });
    expect((await accountEventsOf(db, userId)).rows.map(({ kind }) => kind)).toContain("reset_asked");
  });
});

it("wrong tries and the lock they end in stand in the account's own history", async () => {
  const { email, userId } = await aKnownPerson();
  for (let tries = 0; tries < LIMITS.account + 2; tries++) await enter(db, email, { password: WRONG });
  const kinds = (await accountEventsOf(db, userId)).rows.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "sign_in_failed")).toHaveLength(LIMITS.account);
  expect(kinds.filter((kind) => kind === "locked")).toHaveLength(1);
});

it("an account's whole history is paged by key, without a shop, and is nobody else's", async () => {
  const [one, other] = [await aKnownPerson(), await aKnownPerson()];
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  await withUser(db, one.userId, (tx) =>
    Promise.all(
      Array.from({ length: 65 }, (_, second) =>
        addAccountEvent(tx, { userId: one.userId, kind: "password_changed", now: at(second) }),
      ),
    ),
  );
  const asked = (href: string | null) => Object.fromEntries(new URLSearchParams(href ?? ""));
  const first = await accountEventsOf(db, one.userId);
  const second = await accountEventsOf(db, one.userId, asked(first.nextHref));
  const third = await accountEventsOf(db, one.userId, asked(second.nextHref));
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([30, 30, 6]);
  expect([first.previousHref, third.nextHref]).toEqual([null, null]);
  const paged = [first, second, third].flatMap(({ rows }) => rows);
  let csv = "";
  for await (const part of ACCOUNT_EVENT_LIST.csv({ db, userId: one.userId }, ACCOUNT_EVENTS.usual())) csv += part;
  const file = parse(csv, { bom: true, columns: true }) as { id: string }[];
  expect(file.map(({ id }) => id)).toEqual(paged.map(({ id }) => id));
  expect((await accountEventsOf(db, other.userId)).rows.map(({ kind }) => kind)).toEqual(["signed_in"]);
  const back = await accountEventsOf(db, one.userId, asked(third.previousHref));
  expect(back.rows).toEqual(second.rows);
});
