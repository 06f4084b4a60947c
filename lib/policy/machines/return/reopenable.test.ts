import { expect, it } from "vitest";
import { HANDED_OVER, isHandedOverMove, stepsFor } from "./marketplace-steps";
import { isReopenable } from "./reopenable";
import { HANDED_OVER_MOVES } from "./return-machine";
import { STATUSES } from "./statuses";

const ticked = { move: "authorize", doneBy: "person" } as const;
const subject = { lastMove: "authorize", openHandover: null, reportedStatus: null } as const;

it("P-19 a person's tick can be taken back, a report's cannot", () => {
  expect(isReopenable(ticked, subject)).toBe(true);
  expect(isReopenable({ ...ticked, doneBy: "report" }, subject)).toBe(false);
  expect(isReopenable({ ...ticked, doneBy: "undo" }, subject)).toBe(false);
  expect(isReopenable({ ...ticked, doneBy: null }, subject)).toBe(false);
});

it("P-19 what was decided since, or is open again, is not taken back", () => {
  expect(isReopenable(ticked, { ...subject, lastMove: "withdraw" })).toBe(false);
  expect(isReopenable(ticked, { ...subject, lastMove: null })).toBe(false);
  expect(isReopenable(ticked, { ...subject, openHandover: "authorize" })).toBe(false);
});

it("P-24 a tick that a report bears out stays", () => {
  const open = STATUSES.filter((reportedStatus) => isReopenable(ticked, { ...subject, reportedStatus }));
  expect(open).toEqual(["authorization_required", "closed", "withdrawn", "lapsed", "unknown"]);
});

it("P-19 every decision that is handed over has steps on every marketplace", () => {
  expect(HANDED_OVER_MOVES).toEqual([...HANDED_OVER]);
  expect(["adopt", "expire"].some(isHandedOverMove)).toBe(false);
  for (const marketplace of ["amazon", "aliexpress", "own"] as const)
    for (const move of HANDED_OVER) expect(stepsFor(marketplace, move)).not.toEqual([]);
});
