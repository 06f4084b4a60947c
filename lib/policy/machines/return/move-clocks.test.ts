import { describe, expect, it } from "vitest";
import type { ActorKind } from "../../actor";
import { DEADLINE_KINDS } from "../../clocks/deadlines";
import { isInConflict } from "./conflict";
import { aSubject, future, now, outcome, past } from "./lifecycle-testing";
import type { Move } from "./move-names";
import { returnMachine } from "./return-machine";
import type { ReturnSubject } from "./subject";

const RUNNING = DEADLINE_KINDS.map((kind) => {
  return { id: kind, kind, dueAt: future, state: "open" as const, closedAt: null, consequence: "nothing" as const };
});

/** How a move ends the clocks of a return on which every clock runs. */
function endings(move: Move, changes: Partial<ReturnSubject> = {}, actor: ActorKind = "person", input: object = {}) {
  const subject = aSubject({ deadlines: RUNNING, ...changes });
  const decided = returnMachine.decide(move, { subject, input, actor, now });
  if (!decided.ok) throw new Error(decided.refusal.code);
  return Object.fromEntries(
    decided.value.effects.flatMap((effect) => (effect.kind === "stops" ? [[effect.clock, effect.as]] : [])),
  );
}

describe("what a move does to the clocks", () => {
  it("an answer meets the answer deadline, silence lets it fire", () => {
    expect(endings("authorize")).toEqual({ answer: "met", expire: "cancelled" });
    expect(endings("close")).toEqual({ answer: "met", expire: "cancelled" });
    expect(endings("expire", { expiresAt: past }, "product")).toMatchObject({ expire: "fired" });
    expect(endings("lapse", { status: "awaiting_return", lapsesAt: past }, "product")).toEqual({
      fetch_label: "fired",
      send_back: "fired",
      refund: "cancelled",
    });
  });

  it("P-32 what is answered when its time is past was answered late", () => {
    const deadlines = RUNNING.map((clock) => ({ ...clock, dueAt: past }));
    expect(endings("close", { deadlines })).toMatchObject({ answer: "late" });
  });

  it("P-04 a request that its own answer clock authorized was not answered", () => {
    expect(endings("authorize", {}, "product", { because: "answer_due" })).toMatchObject({ answer: "fired" });
  });

  it("moves from anywhere end every clock", () => {
    const every = [...DEADLINE_KINDS].sort();
    expect(Object.keys(endings("withdraw", {}, "buyer")).sort()).toEqual(every);
    const adopted = endings("adopt", { mode: "mirrored" }, "product", { status: "completed" });
    expect(Object.keys(adopted).sort()).toEqual(every);
  });

  it("P-03 undo starts again what the undone move stopped, and stops what it started", () => {
    const dueAt = future.toISOString();
    const undone = returnMachine.decide("undo", {
      subject: aSubject({
        status: "awaiting_return",
        previousStatus: "authorization_required",
        lastMove: "authorize",
        undoUntil: future,
        lastEvent: {
          id: "event-1",
          at: past,
          bulkActId: null,
          actorName: null,
          effects: [
            { kind: "sets", before: { rma: null, closeComment: "an earlier one" } },
            { kind: "stops", clock: "answer" },
            { kind: "starts", clock: "send_back", dueAt },
            { kind: "tells" },
            { kind: "handsOver", before: "close" },
            { kind: "promises" },
            { kind: "foundBy", as: "rma", text: "RMA-1" },
          ],
        },
        openHandover: "authorize",
      }),
      input: {},
      actor: "person",
      now,
    });
    expect(undone.ok && undone.value.effects).toEqual([
      { kind: "forgets", as: "rma", text: "RMA-1" },
      { kind: "unpromises", eventId: "event-1" },
      { kind: "takesBack", before: "close" },
      { kind: "unsays", eventId: "event-1" },
      { kind: "stops", clock: "send_back", as: "cancelled", dueAt },
      { kind: "restarts", clock: "answer", closedAt: past.toISOString() },
      { kind: "sets", values: { rma: null, closeComment: "an earlier one" }, before: {} },
    ]);
  });

  it("P-18, P-22 on a marketplace no refund is awaited whose time is over, or that a report tells of", () => {
    const received = (changes: Partial<ReturnSubject>) => {
      const subject = aSubject({ mode: "mirrored", status: "awaiting_return", reportedStatus: "received", ...changes });
      const decided = returnMachine.decide("adopt", { subject, input: {}, actor: "product", now });
      if (!decided.ok) throw new Error(decided.refusal.code);
      return decided.value.effects.flatMap((effect) => (effect.kind === "starts" ? [effect.clock] : []));
    };
    expect(received({ reportedBackOn: "2026-02-19" })).toEqual(["refund"]);
    expect(received({ reportedBackOn: "2026-01-19" })).toEqual([]);
    expect(received({ reportedBackOn: "2026-02-19", isRefundReported: true })).toEqual([]);
  });

  it("P-22 a refund that a report tells of ends the clock of the refund, once", () => {
    const told = { mode: "mirrored" as const, status: "received" as const, isRefundReported: true };
    expect(endings("follow_refund", told, "product")).toEqual({ refund: "met" });
    expect(outcome("follow_refund", told, "product")).toBe("nothing_to_follow");
  });

  it("P-24 a report that does not know of the money yet is no conflict with a return that it completed", () => {
    const told = { mode: "mirrored" as const, status: "completed" as const, reportedStatus: "received" as const };
    const isOpen = (lastMove: Move) => isInConflict(aSubject({ ...told, lastMove, previousStatus: "received" }));
    expect([isOpen("follow_refund"), isOpen("complete"), isOpen("close")]).toEqual([false, false, true]);
  });
});
