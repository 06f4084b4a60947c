import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActorKind,
  confirmsDecision,
  decideMove,
  isHandedOver,
  isInConflict,
  isTerminal,
  MOVE_NAMES,
  MOVES,
  type Move,
  type MoveInput,
  type MoveSubject,
  movesOpenTo,
  STATUSES,
  type Status,
} from "./lifecycle";
import { VERDICTS } from "./verdict";

const now = new Date("2026-02-20T12:00:00Z");
const past = new Date("2026-02-20T12:00:00Z");
const future = new Date("2026-02-20T12:00:01Z");

const aSubject = (changes: Partial<MoveSubject> = {}): MoveSubject => ({
  status: "authorization_required",
  previousStatus: null,
  lastMove: null,
  lastMovedAt: null,
  verdict: "in_policy",
  isPrepaidEligible: false,
  mode: "managed",
  reportedStatus: null,
  openHandover: null,
  expiresAt: null,
  lapsesAt: null,
  undoUntil: null,
  hasLeftOutbox: false,
  ...changes,
});

/** What becomes of a move: the status it leads to, or the code of its refusal. */
const outcome = (move: Move, changes: Partial<MoveSubject>, actor: ActorKind = "seller", input: MoveInput = {}) => {
  const decided = decideMove(move, { subject: aSubject(changes), input, actor, now });
  return decided.ok ? decided.value.to : decided.refusal.code;
};

describe("authorize", () => {
  it("S1-16 leads from a request to awaiting the return", () => {
    expect(outcome("authorize", {})).toBe("awaiting_return");
    expect(outcome("authorize", {}, "system")).toBe("awaiting_return");
  });

  it.each(["out_of_policy", "not_returnable"] as const)("S1-05 %s needs somebody who saw it", (verdict) => {
    expect(outcome("authorize", { verdict })).toBe("needs_override");
    expect(outcome("authorize", { verdict }, "seller", { isOverridden: true })).toBe("awaiting_return");
    expect(outcome("authorize", { verdict }, "system")).toBe("awaiting_return");
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
    expect(outcome("close", {}, "system")).toBe("not_for_you");
  });
});

describe("expire", () => {
  it("P-05 needs its deadline past, and asks nothing about prepaid", () => {
    expect(outcome("expire", { expiresAt: past, isPrepaidEligible: true }, "system")).toBe("closed");
    expect(outcome("expire", { expiresAt: future }, "system")).toBe("not_due");
    expect(outcome("expire", { expiresAt: null }, "system")).toBe("not_due");
    expect(outcome("expire", { expiresAt: past }, "seller")).toBe("not_for_you");
  });

  it("P-19 on a mirrored channel is the marketplace's", () => {
    expect(outcome("expire", { expiresAt: past, mode: "mirrored" }, "system")).toBe("marketplace_decides");
  });
});

describe("lapse", () => {
  it("S1-21, P-15 needs its deadline past, and the goods not back", () => {
    const status = "awaiting_return";
    expect(outcome("lapse", { status, lapsesAt: past }, "system")).toBe("lapsed");
    expect(outcome("lapse", { status, lapsesAt: future }, "system")).toBe("not_due");
    expect(outcome("lapse", { status: "received", lapsesAt: past }, "system")).toBe("wrong_status");
    expect(outcome("lapse", { status, lapsesAt: past, mode: "mirrored" }, "system")).toBe("marketplace_decides");
  });
});

describe("withdraw", () => {
  it.each(["authorization_required", "awaiting_return"] as const)("S2-08 the buyer may, in %s", (status) => {
    expect(outcome("withdraw", { status }, "buyer")).toBe("withdrawn");
  });

  it("P-27 the seller may on the buyer's word only", () => {
    expect(outcome("withdraw", {})).toBe("needs_buyers_word");
    expect(outcome("withdraw", {}, "seller", { isOnBuyersWord: true })).toBe("withdrawn");
  });

  it("P-27 not once the goods are back", () => {
    expect(outcome("withdraw", { status: "received" }, "buyer")).toBe("wrong_status");
  });
});

describe("adopt", () => {
  const mirrored = { mode: "mirrored" } as const;

  it.each([
    ["authorization_required", "awaiting_return"],
    ["authorization_required", "closed"],
    ["awaiting_return", "received"],
    ["received", "completed"],
  ] as const)("P-24 a report moves %s forward to %s by itself", (status, adoptStatus) => {
    expect(outcome("adopt", { ...mirrored, status }, "system", { adoptStatus })).toBe(adoptStatus);
  });

  it.each([
    ["awaiting_return", "authorization_required"],
    ["received", "awaiting_return"],
    ["closed", "awaiting_return"],
    ["completed", "closed"],
  ] as const)("P-24 a report never takes %s back to %s", (status, adoptStatus) => {
    expect(outcome("adopt", { ...mirrored, status }, "system", { adoptStatus })).toBe("backwards");
  });

  it("P-24 a report does not undo what was decided here, but follows where it agrees", () => {
    const decided = { ...mirrored, status: "awaiting_return", openHandover: "authorize" } as const;
    expect(outcome("adopt", decided, "system", { adoptStatus: "closed" })).toBe("decided_here");
    expect(outcome("adopt", decided, "system", { adoptStatus: "completed" })).toBe("completed");
  });

  it("P-24 a person takes the marketplace's state in a conflict, and no other state", () => {
    const conflict = {
      ...mirrored,
      status: "closed",
      openHandover: "close",
      reportedStatus: "awaiting_return",
    } as const;
    expect(outcome("adopt", conflict, "seller", { adoptStatus: "awaiting_return" })).toBe("awaiting_return");
    expect(outcome("adopt", conflict, "seller", { adoptStatus: "completed" })).toBe("nothing_reported");
    expect(outcome("adopt", { ...conflict, reportedStatus: null }, "seller", { adoptStatus: "completed" })).toBe(
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
    expect(outcome("adopt", lag, "seller", { adoptStatus: "authorization_required" })).toBe("no_conflict");
  });

  it("P-19 has no part on a managed channel, and nothing to do where both agree", () => {
    expect(outcome("adopt", {}, "system", { adoptStatus: "closed" })).toBe("nothing_reported");
    expect(outcome("adopt", mirrored, "system")).toBe("nothing_reported");
    expect(outcome("adopt", mirrored, "system", { adoptStatus: "authorization_required" })).toBe("same_as_reported");
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
    expect(isInConflict({ status, reportedStatus, openHandover })).toBe(expected);
  });

  it("P-19 a report confirms a decision once it shows what follows from it", () => {
    const confirming = (decision: Move) => STATUSES.filter((reported) => confirmsDecision(decision, reported));
    expect(confirming("authorize")).toEqual(["awaiting_return", "received", "completed"]);
    expect(confirming("close")).toEqual(["completed", "closed", "withdrawn", "lapsed"]);
  });

  it("P-19 authorizing and closing are handed over", () => {
    expect(MOVE_NAMES.filter(isHandedOver)).toEqual(["authorize", "close"]);
  });
});

describe("undo", () => {
  const authorized: Partial<MoveSubject> = {
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
    const closed: Partial<MoveSubject> = { ...authorized, status: "closed", lastMove: "close" };
    expect(outcome("undo", closed)).toBe("authorization_required");
    for (const move of MOVE_NAMES)
      if (move !== "undo") expect(STATUSES).not.toContain(outcome(move, closed, "seller", { adoptStatus: "received" }));
  });

  it("P-03 not once the buyer was told", () => {
    expect(outcome("undo", { ...authorized, hasLeftOutbox: true })).toBe("already_sent");
  });

  it("P-19 not once it is done on the marketplace", () => {
    const mirrored: Partial<MoveSubject> = { ...authorized, mode: "mirrored" };
    expect(outcome("undo", { ...mirrored, openHandover: "authorize" })).toBe("authorization_required");
    expect(outcome("undo", { ...mirrored, openHandover: null })).toBe("done_there");
  });

  it.each(["undo", "expire", "lapse"] as const)("P-03 %s cannot be undone", (lastMove) => {
    expect(outcome("undo", { ...authorized, lastMove })).toBe("nothing_to_undo");
    expect(outcome("undo", { ...authorized, lastMove }, "system")).toBe("nothing_to_undo");
  });

  it("P-24 only the import itself takes its adopting back, whenever that is", () => {
    const adopted: Partial<MoveSubject> = { ...authorized, mode: "mirrored", lastMove: "adopt", undoUntil: null };
    expect(outcome("undo", adopted, "system")).toBe("authorization_required");
    expect(outcome("undo", adopted, "seller")).toBe("nothing_to_undo");
  });

  it("P-03 of what never moved there is nothing", () => {
    expect(outcome("undo", {})).toBe("nothing_to_undo");
    expect(outcome("undo", authorized, "buyer")).toBe("not_for_you");
  });
});

describe("the moves open to somebody", () => {
  const open = (changes: Partial<MoveSubject>, actor: ActorKind) =>
    movesOpenTo(aSubject(changes), actor, now).map(({ move, refusal }) => `${move}: ${refusal?.code ?? "open"}`);

  it("P-25 a word that is still to be given does not close a move", () => {
    expect(open({ verdict: "out_of_policy" }, "seller")).toEqual([
      "authorize: open",
      "close: open",
      "withdraw: open",
      "adopt: nothing_reported",
      "undo: nothing_to_undo",
    ]);
  });

  it("S2-02 the reason stands beside what is refused", () => {
    expect(open({ isPrepaidEligible: true }, "seller")).toContain("close: prepaid_eligible");
  });

  it("S2-08 the buyer has one", () => {
    expect(open({}, "buyer")).toEqual(["withdraw: open"]);
  });
});

describe("the table of moves", () => {
  const status = fc.constantFrom(...STATUSES);
  const anInstant = fc.option(fc.constantFrom(past, future));
  const subject: fc.Arbitrary<MoveSubject> = fc.record({
    status,
    previousStatus: fc.option(status),
    lastMove: fc.option(fc.constantFrom(...MOVE_NAMES)),
    lastMovedAt: anInstant,
    verdict: fc.constantFrom(...VERDICTS),
    isPrepaidEligible: fc.boolean(),
    mode: fc.constantFrom("managed", "mirrored"),
    reportedStatus: fc.option(status),
    openHandover: fc.option(fc.constantFrom<Move>("authorize", "close")),
    expiresAt: anInstant,
    lapsesAt: anInstant,
    undoUntil: anInstant,
    hasLeftOutbox: fc.boolean(),
  });
  const context = fc.record({
    subject,
    actor: fc.constantFrom<ActorKind>("seller", "system", "buyer"),
    input: fc.record(
      { isOverridden: fc.boolean(), adoptStatus: status, isOnBuyersWord: fc.boolean() },
      { requiredKeys: [] },
    ),
    now: fc.constant(now),
  });
  const move = fc.constantFrom(...MOVE_NAMES);

  it("always decides, and the same for the same case", () => {
    fc.assert(
      fc.property(move, context, (name, given) => {
        const decided = decideMove(name, given);
        expect(decideMove(name, given)).toEqual(decided);
        if (decided.ok) expect(STATUSES).toContain(decided.value.to);
      }),
    );
  });

  it("P-03, P-24 leaves a terminal status only by undo, or by a person who adopts", () => {
    fc.assert(
      fc.property(move, context, (name, given) => {
        if (!isTerminal(given.subject.status) || !decideMove(name, given).ok) return;
        expect(name === "undo" || (name === "adopt" && given.actor === "seller")).toBe(true);
      }),
    );
  });

  it("offers nothing that the decision then refuses for the subject itself", () => {
    fc.assert(
      fc.property(subject, fc.constantFrom<ActorKind>("seller", "system", "buyer"), (given, actor) => {
        for (const open of movesOpenTo(given, actor, now)) {
          const spec: { by: readonly ActorKind[]; from: readonly Status[] } = MOVES[open.move];
          expect(spec.by).toContain(actor);
          expect(spec.from).toContain(given.status);
        }
      }),
    );
  });
});
