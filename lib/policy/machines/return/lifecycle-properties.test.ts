import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, isOfTheShop } from "../../actor";
import { OUTBOUND_STATES } from "../../judging/facts";
import { VERDICTS } from "../../judging/verdict";
import { aSubject, future, now, past } from "./lifecycle-testing";
import { MOVE_NAMES, type Move } from "./move-names";
import { returnMachine } from "./return-machine";
import { isEnded, isTerminal, STATUSES } from "./statuses";
import type { ReturnSubject } from "./subject";

describe("the table of moves", () => {
  const status = fc.constantFrom(...STATUSES);
  const anInstant = fc.option(fc.constantFrom(past, future));
  const subject: fc.Arbitrary<ReturnSubject> = fc
    .record({
      status,
      previousStatus: fc.option(status),
      lastMove: fc.option(fc.constantFrom(...MOVE_NAMES)),
      lastMovedAt: anInstant,
      lastMovedBy: fc.option(fc.constantFrom(...ACTOR_KINDS)),
      verdict: fc.constantFrom(...VERDICTS),
      isPrepaidEligible: fc.boolean(),
      isOrderCancelled: fc.boolean(),
      mode: fc.constantFrom("managed" as const, "mirrored" as const),
      outbound: fc.option(fc.constantFrom(...OUTBOUND_STATES)),
      reportedStatus: fc.option(status),
      openHandover: fc.option(fc.constantFrom<Move>("authorize", "close")),
      expiresAt: anInstant,
      lapsesAt: anInstant,
      undoUntil: anInstant,
      hasLeftOutbox: fc.boolean(),
      hasPaidRefund: fc.boolean(),
      hasKeptOurs: fc.boolean(),
    })
    .map(aSubject);
  const context = fc.record({
    subject,
    actor: fc.constantFrom(...ACTOR_KINDS),
    input: fc.record({ overrideNote: fc.string(), status, isOnBuyersWord: fc.boolean() }, { requiredKeys: [] }),
    now: fc.constant(now),
  });
  const move = fc.constantFrom(...MOVE_NAMES);

  it("always decides, and the same for the same case", () => {
    fc.assert(
      fc.property(move, context, (name, given) => {
        const decided = returnMachine.decide(name, given);
        expect(returnMachine.decide(name, given)).toEqual(decided);
        if (decided.ok) expect(STATUSES).toContain(decided.value.to);
      }),
    );
  });

  it("P-03, P-24 leaves a terminal status only by undo, by a late parcel, by its money that came back, or by a person who adopts", () => {
    const ended = fc.constantFrom(...STATUSES.filter(isTerminal));
    const notUndo = fc.constantFrom(...MOVE_NAMES.filter((name) => name !== "undo"));
    fc.assert(
      fc.property(notUndo, context, ended, (name, given, status) => {
        const isAdoptedByPerson = name === "adopt" && isOfTheShop(given.actor);
        const decided = returnMachine.decide(name, { ...given, subject: { ...given.subject, status } });
        const leaves = decided.ok && decided.value.to !== status;
        const isLateParcel = name === "receive" && !isEnded(status);
        const isMoneyBack = name === "follow_refund" && given.subject.lastMove === "follow_refund";
        expect(leaves && !isAdoptedByPerson && !isLateParcel && !isMoneyBack).toBe(false);
      }),
    );
  });

  it("offers what the decision lets through, and nothing else", () => {
    fc.assert(
      fc.property(move, context, (name, given) => {
        const offered = returnMachine.open(given.subject, given.actor, now).find((open) => open.move === name);
        const { reportedStatus } = given.subject;
        const said = {
          overrideNote: "Goodwill.",
          isOnBuyersWord: true,
          why: "agreed" as const,
          ...(reportedStatus ? { status: reportedStatus } : {}),
        };
        const decided = returnMachine.decide(name, { ...given, input: said });
        expect(offered?.refusal === null).toBe(decided.ok);
        if (offered) expect(returnMachine.moves[name].by).toContain(given.actor);
      }),
    );
  });
});
