import { beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { aChannel, aReturn, aSeller, asOwner, testDb } from "@/db/testing";
import { evaluate } from "@/lib/policy/judging/evaluate";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { findCase } from "./find-case";

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

const NOW = new Date("2026-03-01T12:00:00Z");

async function aCase() {
  const seller = await aSeller(db);
  const channelId = await aChannel(db, seller);
  const made = await aReturn(db, seller, { channelId, orderNumber: "O-77", deliveredOn: "2026-01-01", now: NOW });
  return { seller, channelId, made };
}

it("P-10 a past return is found by its number and its order's, and judged as it was", async () => {
  const { seller, channelId, made } = await aCase();
  for (const typed of [`r-${made.number}`, " O–77 "]) {
    const found = await findCase(asOwner(db, seller, NOW), { channelId, typed });
    if (!found.ok) throw new Error(typed);
    expect(found.value).toMatchObject({ id: made.id, number: made.number });
    // What arrives in the browser is JSON.
    const { facts, bound } = JSON.parse(JSON.stringify(found.value));
    expect(evaluate(facts, bound, defaultPolicy.operation)).toMatchObject({
      verdict: "out_of_policy",
      policy: { requestVersion: 1 },
    });
  }
});

it("a number of another channel, of another seller or of nobody is not found", async () => {
  const { seller, channelId, made } = await aCase();
  const other = await aSeller(db);
  const elsewhere = await aChannel(db, seller);
  const typed = `R-${made.number}`;
  const asked = [
    { of: seller, channelId: elsewhere, typed },
    { of: other, channelId, typed },
    { of: seller, channelId, typed: "R-1" },
    { of: seller, channelId, typed: "" },
  ];
  for (const { of, ...ask } of asked)
    expect(await findCase(asOwner(db, of, NOW), ask)).toEqual({ ok: false, refusal: { code: "not_found" } });
});
