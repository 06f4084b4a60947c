import { expect, it } from "vitest";
import { toldOperation } from "@/lib/channels/told-channel";
import { defaultPolicy } from "@/lib/policy/judging/programmes/free-return";
import { diffOperation } from "@/lib/policy/terms/diff-operation";
import type { Operation } from "@/lib/policy/terms/terms";
import { draftOf, workIn } from "./channel-draft";

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
