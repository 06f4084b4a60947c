import { expect, it } from "vitest";
import { statusOfReport } from "./reported";

it.each([
  ["Pending Authorization", null, "authorization_required"],
  ["Approved", null, "awaiting_return"],
  ["Approved", "2026-10-17", "received"],
  ["Pending Refund", null, "awaiting_return"],
  ["Completed", "2026-10-17", "completed"],
  ["Closed", null, "closed"],
  ["  pending  authorization ", "2026-10-17", "authorization_required"],
  ["Pending", null, "authorization_required"],
  ["Canceled", null, "withdrawn"],
  ["CANCELLED", null, "withdrawn"],
  ["Rejected", null, "closed"],
  ["Unauthorized", null, "closed"],
  ["Expired", null, "lapsed"],
  ["Refund Issued", null, "completed"],
  ["Something new", null, null],
  ["", null, null],
])("P-21, P-24 reported '%s' with return delivery %s is %s here", (text, deliveredOn, status) => {
  expect(statusOfReport(text, deliveredOn)).toBe(status);
});
