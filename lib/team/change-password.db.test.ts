import { beforeAll, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { testDb } from "@/db/testing";
import { findSession } from "@/lib/platform/sessions";
import { LIMITS } from "@/lib/platform/throttle";
import { aPerson, asOwn, enter, entered, PASSWORD } from "./accounts-testing";
import { changePassword } from "./change-password";
import { createUser } from "./create-user";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NEXT = "another quiet harbour";
const now = new Date();

describe("changePassword", () => {
  it("N06 takes the new password, and ends every session but one's own", async () => {
    const { email } = await aPerson(db);
    const [own, other, third] = [await entered(db, email), await entered(db, email), await entered(db, email)];
    expect(await changePassword(asOwn(db, own, now), { current: PASSWORD, next: NEXT })).toEqual({
      ok: true,
      value: null,
    });
    expect(await findSession(db, own)).not.toHaveLength(0);
    expect(await findSession(db, other)).toHaveLength(0);
    expect(await findSession(db, third)).toHaveLength(0);
    expect(await enter(db, email)).toMatchObject({ ok: false });
    expect(await enter(db, email, { password: NEXT })).toMatchObject({ ok: true });
  });

  it("refuses a wrong current password, and locks its guesser out as sign-in does", async () => {
    const { email } = await aPerson(db);
    const own = await entered(db, email);
    const guess = () => changePassword(asOwn(db, own), { current: "a wrong guess", next: NEXT });
    for (let tries = 0; tries < LIMITS.account; tries++) {
      expect(await guess()).toEqual({ ok: false, refusal: { code: "wrong_password" } });
    }
    expect(await guess()).toMatchObject({ ok: false, refusal: { code: "locked" } });
    expect(await enter(db, email)).toMatchObject({ ok: false, refusal: { code: "locked" } });
  });

  it("N16 refuses a new password that is too short, too long or too common", async () => {
    const own = await entered(db, (await aPerson(db)).email);
    for (const [next, fault] of [
      ["short", "too_short"],
      ["x1".repeat(65), "too_long"],
      ["password1234", "too_common"],
    ]) {
      const answer = await changePassword(asOwn(db, own, now), { current: PASSWORD, next: String(next) });
      expect(answer).toEqual({ ok: false, refusal: { code: "bad_password", fault } });
    }
  });

  it("of two changes at the same moment one wins", async () => {
    const { email } = await aPerson(db);
    const own = await entered(db, email);
    const answers = await Promise.all(
      ["first quiet harbour", "second quiet harbour"].map((next) =>
        changePassword(asOwn(db, own), { current: PASSWORD, next }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: { code: "wrong_password" } });
  });

  it("does not find an account that is not active", async () => {
    const answer = await changePassword(asOwn(db, ghost, now), { current: PASSWORD, next: NEXT });
    expect(answer).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

const ghost = { userId: "0198a000-0000-7000-8000-000000000001", sessionId: "0198a000-0000-7000-8000-000000000002" };

describe("createUser", () => {
  const person = { name: "Pat", email: "Pat@Example.Test", password: PASSWORD };

  it("N09 makes an address once, in any spelling, and never takes an account over", async () => {
    const answers = await Promise.all([
      createUser({ db, now }, person),
      createUser({ db, now }, { ...person, email: " pat@example.test", password: NEXT }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: { code: "email_taken" } });
    expect(await createUser({ db, now }, { ...person, password: NEXT })).toMatchObject({ ok: false });
  });

  it("N11 refuses an address that could be read in two ways", async () => {
    const answer = await createUser({ db, now }, { ...person, email: "a@evil.test,pat@example.test" });
    expect(answer).toEqual({ ok: false, refusal: { code: "bad_email" } });
  });
});
