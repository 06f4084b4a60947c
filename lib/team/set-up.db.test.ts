import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { channels, operations, policies, returnAddresses, sellers } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { anAddress, testDb } from "@/db/testing";
import { findSession } from "@/lib/platform/sessions";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { entered, PASSWORD } from "./accounts-testing";
import { hasUsers } from "./people";
import { setUp } from "./set-up";
import { type SetUp, setUpSchema } from "./set-up-input";
import { hashSetupCode } from "./setup-code";

const CODE = "abcd-efgh-jkmn";
const wish: SetUp = setUpSchema.parse({
  code: CODE,
  owner: { name: " Li Na ", email: "Li.Na@Trading.Example", password: PASSWORD },
  sellerName: "Li Trading",
  locale: "zh-CN",
  channel: {
    marketplace: "aliexpress",
    country: "ES",
    currency: "EUR",
    timeZone: "Europe/Madrid",
    plan: "individual",
    hasPrepaid: false,
  },
  address: anAddress,
});
const now = new Date("2026-03-01T23:30:00Z");
const codeHash = hashSetupCode(CODE);

const stored = (db: Db, sellerId: string) =>
  withSeller(db, sellerId, async (tx) => ({
    seller: await tx.select().from(sellers),
    channel: await tx.select().from(channels),
    policy: await tx.select().from(policies),
    operation: await tx.select().from(operations),
    address: await tx.select().from(returnAddresses),
  }));

describe("setUp", () => {
  it("makes the first owner, seller, channel, policy version 1 and address, and the owner can sign in", async () => {
    const db = await testDb();
    const answer = await setUp({ db, now }, { ...wish, codeHash });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { seller, channel, policy, operation, address } = await stored(db, answer.value.sellerId);
    expect(seller).toMatchObject([{ name: "Li Trading", locale: "zh-CN" }]);
    expect(channel).toMatchObject([
      { code: "aliexpress-es", name: "AliExpress ES", mode: "mirrored", programme: "free_return", currency: "EUR" },
    ]);
    expect(channel[0]?.defaultAddressId).toBe(address[0]?.id);
    expect(policy).toMatchObject([{ version: 1, effectiveFrom: "2026-03-02", terms: freeReturn.terms }]);
    expect(operation).toMatchObject([{ version: 1, operation: freeReturn.operation }]);
    const [session] = await findSession(db, await entered(db, "li.na@trading.example"));
    expect(session).toMatchObject({
      user: { name: "Li Na" },
      member: { role: "owner" },
      seller: { name: "Li Trading" },
    });
  });

  it("of two first owners at the same moment one wins, and nobody comes after", async () => {
    const db = await testDb();
    const rival = { ...wish, owner: { ...wish.owner, email: "rival@trading.example" }, sellerName: "Rival" };
    const answers = await Promise.all([
      setUp({ db, now }, { ...wish, codeHash }),
      setUp({ db, now }, { ...rival, codeHash }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: { code: "already_set_up" } });
    expect(await setUp({ db, now }, { ...rival, sellerName: "Third", codeHash })).toMatchObject({ ok: false });
  });

  it("leaves nothing behind when a part is refused", async () => {
    const db = await testDb();
    const weak = { ...wish, owner: { ...wish.owner, password: "password1234" } };
    expect(await setUp({ db, now }, { ...weak, codeHash })).toMatchObject({
      ok: false,
      refusal: { code: "bad_password" },
    });
    expect(await hasUsers(db)).toBe(false);
  });
});

describe("setUpSchema", () => {
  it.each([
    [{ channel: { ...wish.channel, country: "XX" } }],
    [{ channel: { ...wish.channel, timeZone: "Mars/Base" } }],
    [{ channel: { ...wish.channel, mode: "managed" } }],
    [{ owner: { ...wish.owner, isSupport: true } }],
    [{ sellerName: "  " }],
  ])("refuses %j", (part) => expect(setUpSchema.safeParse({ ...wish, ...part }).success).toBe(false));

  it("asks for the code of the installation, however it is typed, and is closed where there is none", async () => {
    const db = await testDb();
    const refused = { ok: false, refusal: { code: "wrong_setup_code" } };
    expect(await setUp({ db, now }, { ...wish, code: "abcd-efgh-jkmp", codeHash })).toEqual(refused);
    expect(await setUp({ db, now }, { ...wish, codeHash: undefined })).toEqual(refused);
    expect(await hasUsers(db)).toBe(false);
    expect(await setUp({ db, now }, { ...wish, code: " ABCDEFGH jkmn", codeHash })).toMatchObject({ ok: true });
  });
});
