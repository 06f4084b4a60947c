import { expect, it } from "vitest";
import { toldOperation } from "@/lib/channels/told-channel";
import { defaultPolicy } from "@/lib/policy/judging/programmes/free-return";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import type { Operation } from "@/lib/policy/terms/terms";
import { draftOf, mergedCountries, workIn } from "./channel-draft";

const FACTS = {
  name: "Shop",
  programme: "free_return",
  plan: "individual",
  hasPrepaid: false,
  country: "ES",
  currency: "EUR",
  timeZone: "Europe/Madrid",
  defaultAddressId: null,
} as const;
const plain: Operation = defaultPolicy.operation;
const filled: Operation = {
  ...plain,
  calendar: { restDays: [5], closedOn: [{ on: "2026-12-25", label: "Christmas" }] },
  freeReturnCountries: plain.freeReturnCountries.map((row) => ({ ...row, carrier: "Correos", warehouse: "Madrid" })),
};

it("sends what stands in the form as it stands: calendar, carriers, warehouses", () => {
  const { automation: _, ...operation } = filled;
  expect(workIn(draftOf({ version: 1, facts: FACTS, replyTo: null, operation }))).toEqual(operation);
});

it("tells a difference in the calendar, and one in what stands in a country's cells", () => {
  expect(diffOperation(plain, { ...plain, calendar: filled.calendar })).toEqual(["calendar"]);
  expect(toldOperation(filled)).toMatchObject({ restDays: [5], closedOn: ["2026-12-25 Christmas"] });
  expect(diffOperation(plain, filled)).toEqual(["calendar", "freeReturnCountries"]);
  const fewer = { ...filled, freeReturnCountries: filled.freeReturnCountries.slice(1) };
  expect(diffOperation(filled, fewer)).toEqual(["freeReturnCountries"]);
});

it("S0-27 lays an uploaded table over the one that stands there: what it does not name stays, and keeps its place", () => {
  const { automation: _, ...operation } = filled;
  const { countries } = draftOf({ version: 1, facts: FACTS, replyTo: null, operation });
  const [first, second] = countries;
  if (!first || !second) throw new Error("a table without countries");
  const { key: _key, ...same } = first;
  const changed = { ...same, country: second.country, method: second.method, phone: "+34 91 000 00 00" };
  const fresh = { ...same, country: "AQ" };
  const merged = mergedCountries(countries, [same, changed, fresh]);
  expect(merged).toMatchObject({ added: ["AQ"], changed: [second.country], unchanged: [first.country] });
  expect(merged.kept).toEqual(countries.slice(2).map(({ country }) => country));
  expect(merged.rows.slice(0, 2)).toEqual([first, { ...changed, key: second.key }]);
  expect(merged.rows.slice(2, -1)).toEqual(countries.slice(2));
  expect(new Set(merged.rows.map(({ key }) => key)).size).toBe(countries.length + 1);
});
