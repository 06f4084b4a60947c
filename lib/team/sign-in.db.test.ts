import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { signInAttempts, users } from "@/db/schema";
import { aSeller, testDb } from "@/db/testing";
import { findSession } from "@/lib/platform/sessions";
import { LIMITS } from "@/lib/platform/throttle";
import { anAddressKey, aPerson, asOwn, enter, entered, PASSWORD } from "./accounts-testing";
import { changePassword } from "./change-password";
import { endSessions } from "./end-sessions";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const WRONG = { password: "not the right one" };
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

describe("signIn", () => {
  it("opens a session that shows the person, the seller and the role", async () => {
    const seller = await aSeller(db);
    const { email, userId } = await aPerson(db, { sellerId: seller.sellerId, role: "warehouse" });
    const ids = await entered(db, email.toUpperCase());
    const [row] = await findSession(db, ids);
    expect(row).toMatchObject({
      user: { id: userId, email, isSupport: false },
      chosen: { id: seller.sellerId },
      member: { role: "warehouse" },
    });
  });

  it("N03 refuses unknown address, wrong password, inactive and hidden support alike", async () => {
    const { email } = await aPerson(db);
    const inactive = await aPerson(db);
    await db.update(users).set({ isActive: false }).where(eq(users.id, inactive.userId));
    const support = await aPerson(db, { isSupport: true });
    const answers = await Promise.all([
      enter(db, email, WRONG),
      enter(db, "nobody@example.test"),
      enter(db, "not an address"),
      enter(db, inactive.email),
      enter(db, support.email, { hasSupport: false }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "bad_credentials" } });
  });

  it("lets platform support in without a seller once an operator has turned it on", async () => {
    const { email } = await aPerson(db, { isSupport: true });
    expect((await findSession(db, await entered(db, email)))[0]).toMatchObject({ chosen: null, member: null });
  });

  it("N01 counts tries at the same moment: no more than the limit are ever looked at", async () => {
    const { email } = await aPerson(db);
    const answers = await Promise.all(Array.from({ length: 30 }, () => enter(db, email, WRONG)));
    const codes = answers.map((answer) => (answer.ok ? "in" : answer.refusal.code));
    expect(codes.filter((code) => code === "bad_credentials")).toHaveLength(LIMITS.account);
    expect(codes.filter((code) => code === "locked")).toHaveLength(30 - LIMITS.account);
  });

  it("N01 counts an address over all accounts, and the unknown ones too", async () => {
    const addressKey = anAddressKey();
    for (let tries = 0; tries < LIMITS.address; tries++)
      await enter(db, `nobody${tries}@x.test`, { ...WRONG, addressKey });
    const { email } = await aPerson(db);
    expect(await enter(db, email, { addressKey })).toMatchObject({ ok: false, refusal: { code: "locked" } });
    expect(await enter(db, email)).toMatchObject({ ok: true });
  });

  it("N02 locks for at most 15 minutes, says until when, and cannot be prolonged from outside", async () => {
    const { email } = await aPerson(db);
    const start = new Date();
    for (let tries = 0; tries < LIMITS.account; tries++) await enter(db, email, { ...WRONG, now: start });
    const locked = { ok: false, refusal: { code: "locked", until: later(start, 15) } };
    expect(await enter(db, email, { now: later(start, 1) })).toEqual(locked);
    expect(await enter(db, email, { ...WRONG, now: later(start, 14) })).toEqual(locked);
    expect(await enter(db, email, { now: later(start, 15.1) })).toMatchObject({ ok: true });
  });

  it("forgets an account's wrong tries when the right password comes, and books nothing for it", async () => {
    const { email } = await aPerson(db);
    for (let round = 0; round < 3; round++) {
      for (let tries = 1; tries < LIMITS.account; tries++) await enter(db, email, WRONG);
      expect(await enter(db, email)).toMatchObject({ ok: true });
    }
    expect(await db.$count(signInAttempts, eq(signInAttempts.key, `email:${email}`))).toBe(0);
  });

  it("a password changed while it is being judged opens no session", async () => {
    const { email, userId } = await aPerson(db);
    const { sessionId } = await entered(db, email);
    const rounds = await Promise.all([
      changePassword(asOwn(db, { userId, sessionId }), { current: PASSWORD, next: "another quiet harbour" }),
      enter(db, email),
    ]);
    const opened = rounds[1];
    if (opened.ok) expect(await findSession(db, opened.value)).toHaveLength(0);
    else expect(opened.refusal.code).toBe("bad_credentials");
    expect(await findSession(db, { userId, sessionId })).not.toHaveLength(0);
  });
});

describe("findSession", () => {
  it("N05 finds nothing after sign-out, after its time, or for somebody else's id", async () => {
    const [one, two] = [await aPerson(db), await aPerson(db)];
    const ids = await entered(db, one.email);
    expect(await findSession(db, { ...ids, userId: two.userId })).toHaveLength(0);
    await endSessions(db, ids, new Date());
    expect(await findSession(db, ids)).toHaveLength(0);
    const old = await enter(db, two.email, { now: later(new Date(), -120) });
    expect(old.ok && (await findSession(db, old.value))).toHaveLength(0);
  });
});
