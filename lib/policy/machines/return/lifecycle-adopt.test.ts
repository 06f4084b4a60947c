import { describe, expect, it } from "vitest";
import { confirmsDecision, isInConflict } from "./conflict";
import { outcome } from "./lifecycle-testing";
import type { Move } from "./move-names";
import { HANDED_OVER_MOVES } from "./return-machine";
import { STATUSES, type Status } from "./statuses";

describe("adopt", () => {
  const mirrored = { mode: "mirrored" } as const;

  it.each([
    ["authorization_required", "awaiting_return"],
    ["authorization_required", "closed"],
    ["awaiting_return", "received"],
    ["received", "completed"],
  ] as const)("P-24 a report moves %s forward to %s by itself", (status, adoptStatus) => {
    expect(outcome("adopt", { ...mirrored, status }, "product", { status: adoptStatus })).toBe(adoptStatus);
  });

  it.each([
    ["awaiting_return", "authorization_required"],
    ["received", "awaiting_return"],
    ["closed", "awaiting_return"],
    ["completed", "closed"],
  ] as const)("P-24 a report never takes %s back to %s", (status, adoptStatus) => {
    expect(outcome("adopt", { ...mirrored, status }, "product", { status: adoptStatus })).toBe("backwards");
  });

  it("P-24 a report does not undo what was decided here, but follows where it agrees", () => {
    const decided = { ...mirrored, status: "awaiting_return", openHandover: "authorize" } as const;
    expect(outcome("adopt", decided, "product", { status: "closed" })).toBe("decided_here");
    expect(outcome("adopt", decided, "product", { status: "completed" })).toBe("completed");
  });

  it("P-24 a person takes the marketplace's state in a conflict, and no other state", () => {
    const conflict = {
      ...mirrored,
      status: "closed",
      openHandover: "close",
      reportedStatus: "awaiting_return",
    } as const;
    expect(outcome("adopt", conflict, "person", { status: "awaiting_return" })).toBe("awaiting_return");
    expect(outcome("adopt", conflict, "person", { status: "completed" })).toBe("nothing_reported");
    expect(outcome("adopt", { ...conflict, reportedStatus: null }, "person", { status: "completed" })).toBe(
      "nothing_reported",
    );
  });

  it("P-03, P-24 lag is no conflict: nobody reopens a closed request through it", () => {
    const lag = {
      ...mirrored,
      status: "closed",
      openHandover: "close",
      reportedStatus: "authorization_required",
    } as const;
    expect(outcome("adopt", lag, "person", { status: "authorization_required" })).toBe("no_conflict");
  });

  it("P-24 moves on a managed channel what nobody decided there, by a report alone and never against a decision", () => {
    expect(outcome("adopt", {}, "product", { status: "closed" })).toBe("closed");
    expect(outcome("adopt", { reportedStatus: "closed" }, "person", { status: "closed" })).toBe("nothing_reported");
    const authorized = { status: "awaiting_return", lastMove: "authorize" } as const;
    expect(outcome("adopt", authorized, "product", { status: "withdrawn" })).toBe("decided_here");
    expect(outcome("adopt", authorized, "product", { status: "received" })).toBe("received");
  });

  it("P-19 has nothing to do where both agree", () => {
    expect(outcome("adopt", mirrored, "product")).toBe("nothing_reported");
    expect(outcome("adopt", mirrored, "product", { status: "authorization_required" })).toBe("same_as_reported");
  });
});

describe("lag and conflict", () => {
  it.each([
    ["awaiting_return", "authorization_required", "authorize", false],
    ["awaiting_return", "received", "authorize", false],
    ["awaiting_return", "closed", "authorize", true],
    ["closed", "authorization_required", "close", false],
    ["closed", "awaiting_return", "close", true],
    ["closed", "completed", "close", false],
    ["closed", "awaiting_return", null, true],
    ["awaiting_return", "closed", null, false],
    ["awaiting_return", "awaiting_return", "authorize", false],
    ["closed", null, "close", false],
  ] as const)("P-24 ours %s, theirs %s after %s: conflict %s", (status, reportedStatus, openHandover, expected) => {
    const lastMove = status === "closed" ? "close" : "authorize";
    const previousStatus = "authorization_required";
    expect(isInConflict({ status, previousStatus, reportedStatus, openHandover, lastMove })).toBe(expected);
  });

  it.each([null, "adopt"] as const)(
    "P-24 what nobody decided here (last move %s) is in no conflict with an older report",
    (lastMove) => {
      const subject = {
        status: "completed",
        previousStatus: null,
        reportedStatus: "awaiting_return",
        openHandover: null,
        lastMove,
      } as const;
      expect(isInConflict(subject)).toBe(false);
    },
  );

  it("P-19 a report confirms a decision once it shows what follows from it", () => {
    const confirming = (decision: Move) => STATUSES.filter((reported) => confirmsDecision(decision, reported));
    expect(confirming("authorize")).toEqual(["awaiting_return", "received", "completed"]);
    expect(confirming("close")).toEqual(["completed", "closed", "withdrawn", "lapsed"]);
  });

  it("P-24 a report that shows an authorized return as before its withdrawal here is lag", () => {
    const withdrawn = { status: "withdrawn", previousStatus: "awaiting_return", lastMove: "withdraw" } as const;
    const isTold = (reportedStatus: Status) => isInConflict({ ...withdrawn, reportedStatus, openHandover: "withdraw" });
    expect(isTold("awaiting_return")).toBe(false);
    expect(isTold("closed")).toBe(false);
    expect(isTold("received")).toBe(true);
  });

  it("P-19 authorizing, closing and withdrawing are handed over", () => {
    expect(HANDED_OVER_MOVES).toEqual(["authorize", "close", "withdraw"]);
  });
});
