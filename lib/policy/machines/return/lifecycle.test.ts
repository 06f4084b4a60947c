import { describe, expect, it } from "vitest";
import type { ActorKind } from "../../actor";
import { aSubject, future, now, outcome, past } from "./lifecycle-testing";
import { MOVE_NAMES } from "./move-names";
import { returnMachine } from "./return-machine";
import { STATUSES } from "./statuses";
import type { ReturnSubject } from "./subject";

describe("authorize", () => {
  it("leads from a request to awaiting the return", () => {
    expect(outcome("authorize", {})).toBe("awaiting_return");
    expect(outcome("authorize", {}, "product")).toBe("awaiting_return");
  });

  it.each(["out_of_policy", "not_returnable"] as const)("S1-05 %s needs somebody who saw it", (verdict) => {
    expect(outcome("authorize", { verdict })).toBe("needs_override");
    expect(outcome("authorize", { verdict }, "person", { overrideNote: "Goodwill." })).toBe("awaiting_return");
    expect(outcome("authorize", { verdict }, "product")).toBe("awaiting_return");
  });

  it("S4-07 is not the buyer's", () => {
    expect(outcome("authorize", {}, "buyer")).toBe("not_for_you");
  });
});

describe("close", () => {
  it("S2-02 is refused for what is eligible for a prepaid return", () => {
    expect(outcome("close", {})).toBe("closed");
    expect(outcome("close", { isPrepaidEligible: true })).toBe("prepaid_eligible");
  });

  it("S2-01, S2-06 is only for requests that were not answered yet", () => {
    for (const status of STATUSES)
      expect(outcome("close", { status })).toBe(status === "authorization_required" ? "closed" : "wrong_status");
  });

  it("S4-07 is the seller's alone", () => {
    expect(outcome("close", {}, "buyer")).toBe("not_for_you");
    expect(outcome("close", {}, "product")).toBe("not_for_you");
  });
});

describe("expire", () => {
  it("P-05 needs its deadline past, and asks nothing about prepaid", () => {
    expect(outcome("expire", { expiresAt: past, isPrepaidEligible: true }, "product")).toBe("closed");
    expect(outcome("expire", { expiresAt: future }, "product")).toBe("not_due");
    expect(outcome("expire", { expiresAt: null }, "product")).toBe("not_due");
    expect(outcome("expire", { expiresAt: past }, "person")).toBe("not_for_you");
  });

  it("P-19 on a mirrored channel is the marketplace's", () => {
    expect(outcome("expire", { expiresAt: past, mode: "mirrored" }, "product")).toBe("marketplace_decides");
  });
});

describe("lapse", () => {
  it("S1-21, P-15 needs its deadline past, and the goods not back", () => {
    const status = "awaiting_return";
    expect(outcome("lapse", { status, lapsesAt: past }, "product")).toBe("lapsed");
    expect(outcome("lapse", { status, lapsesAt: future }, "product")).toBe("not_due");
    expect(outcome("lapse", { status: "received", lapsesAt: null }, "product")).toBe("not_due");
    expect(outcome("lapse", { status, lapsesAt: past, mode: "mirrored" }, "product")).toBe("marketplace_decides");
  });
});

describe("withdraw", () => {
  it.each(["authorization_required", "awaiting_return"] as const)("S2-08 the buyer may, in %s", (status) => {
    expect(outcome("withdraw", { status }, "buyer")).toBe("withdrawn");
  });

  it("P-27 the seller may on the buyer's word only", () => {
    expect(outcome("withdraw", {})).toBe("needs_buyers_word");
    expect(outcome("withdraw", {}, "person", { isOnBuyersWord: true })).toBe("withdrawn");
  });

  it("P-27 not once the goods are back", () => {
    expect(outcome("withdraw", { status: "received" }, "buyer")).toBe("wrong_status");
  });
});

describe("undo", () => {
  const authorized: Partial<ReturnSubject> = {
    status: "awaiting_return",
    previousStatus: "authorization_required",
    lastMove: "authorize",
    lastMovedAt: past,
    undoUntil: future,
  };

  it("P-03 takes a decision back within its window", () => {
    expect(outcome("undo", authorized)).toBe("authorization_required");
    expect(outcome("undo", { ...authorized, undoUntil: now })).toBe("authorization_required");
    expect(outcome("undo", { ...authorized, undoUntil: new Date(now.getTime() - 1) })).toBe("undo_over");
    expect(outcome("undo", { ...authorized, undoUntil: null })).toBe("undo_over");
  });

  it("P-03 a closed request is reopened by it and by nothing else", () => {
    const closed: Partial<ReturnSubject> = { ...authorized, status: "closed", lastMove: "close" };
    expect(outcome("undo", closed)).toBe("authorization_required");
    for (const move of MOVE_NAMES)
      if (move !== "undo" && move !== "receive")
        expect(STATUSES).not.toContain(outcome(move, closed, "person", move === "adopt" ? { status: "received" } : {}));
    expect(outcome("receive", closed)).toBe("closed");
  });

  it("P-03 not once the buyer was told", () => {
    expect(outcome("undo", { ...authorized, hasLeftOutbox: true })).toBe("already_sent");
  });

  it("S4-07 what the buyer withdrew is not taken up again by the seller", () => {
    const withdrawn: Partial<ReturnSubject> = { ...authorized, status: "withdrawn", lastMove: "withdraw" };
    expect(outcome("undo", { ...withdrawn, lastMovedBy: "buyer" })).toBe("nothing_to_undo");
    expect(outcome("undo", { ...withdrawn, lastMovedBy: "person" })).toBe("authorization_required");
  });

  it("P-19 not once it is done on the marketplace", () => {
    const mirrored: Partial<ReturnSubject> = { ...authorized, mode: "mirrored" };
    expect(outcome("undo", { ...mirrored, openHandover: "authorize" })).toBe("authorization_required");
    expect(outcome("undo", { ...mirrored, openHandover: null })).toBe("done_there");
  });

  it.each(["undo", "expire", "lapse"] as const)("P-03 %s cannot be undone", (lastMove) => {
    expect(outcome("undo", { ...authorized, lastMove })).toBe("nothing_to_undo");
    expect(outcome("undo", { ...authorized, lastMove }, "product")).toBe("nothing_to_undo");
  });

  it("P-24 only the import itself takes its adopting back, whenever that is", () => {
    const adopted: Partial<ReturnSubject> = { ...authorized, mode: "mirrored", lastMove: "adopt", undoUntil: null };
    expect(outcome("undo", adopted, "product")).toBe("authorization_required");
    expect(outcome("undo", adopted, "person")).toBe("nothing_to_undo");
  });

  it("P-03 of what never moved there is nothing", () => {
    expect(outcome("undo", {})).toBe("nothing_to_undo");
    expect(outcome("undo", authorized, "buyer")).toBe("not_for_you");
  });
});

describe("the moves open to somebody", () => {
  const open = (changes: Partial<ReturnSubject>, actor: ActorKind) =>
    returnMachine.open(aSubject(changes), actor, now).map(({ move, refusal }) => `${move}: ${refusal?.code ?? "open"}`);

  it("P-25 a word that is still to be given does not close a move", () => {
    expect(open({ verdict: "out_of_policy" }, "person")).toEqual([
      "authorize: open",
      "close: open",
      "withdraw: open",
      "adopt: nothing_reported",
      "undo: nothing_to_undo",
    ]);
  });

  it("S2-02 the reason stands beside what is refused", () => {
    expect(open({ isPrepaidEligible: true }, "person")).toContain("close: prepaid_eligible");
  });

  it("S2-08 the buyer has one", () => {
    expect(open({}, "buyer")).toEqual(["withdraw: open"]);
  });
});
