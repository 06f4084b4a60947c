import { searchKey } from "@/lib/kernel/search-key";
import type { Deadline, DeadlineKind, DeadlineState } from "../../clocks/deadlines";
import type { MessageKind } from "../../messages/message";
import type { Condition, Disposition } from "../../parcels/conditions";
import type { ReceivedUnit } from "../../parcels/received-unit";
import { REACH } from "../../reach";
import type { Move } from "./move-names";
import type { MoveEvent, ReturnPatch, ReturnSubject } from "./subject";

/** By what a return is found beside its own number. */
export type FoundBy = "rma" | "tracking";

type LineUnits = { lineId: string; quantity: number };

/** What a move does, as data; the writer carries out all effects of a kind together. Instants are ISO texts. */
export type ReturnEffect =
  | { kind: "sets"; values: Partial<ReturnPatch>; before: Partial<ReturnPatch> }
  | { kind: "stops"; clock: DeadlineKind; as: DeadlineState; dueAt: string }
  | ({ kind: "starts"; clock: DeadlineKind; dueAt: string; as: "open" | "missed_before_import" } & Omit<
      Deadline,
      "kind" | "dueAt"
    >)
  /** An open clock that runs until another time. */
  | { kind: "shifts"; clock: DeadlineKind; from: string; to: string }
  | { kind: "restarts"; clock: DeadlineKind; closedAt: string }
  /** Leaves the outbox once it can no more be taken back. */
  | { kind: "tells"; message: MessageKind; afterSeconds: number }
  | { kind: "unsays"; eventId: string }
  /** A person has to do it there; `before`: the decision that waited to be done there until now (P-19). */
  | { kind: "handsOver"; move: Move; before: Move | null }
  | { kind: "takesBack"; before: Move | null }
  | { kind: "settlesHandover" }
  | { kind: "promises"; refund: "without_return" }
  | { kind: "unpromises"; eventId: string }
  | { kind: "dropsPromises" }
  /** Of single lines: closed while the others are authorized. */
  | { kind: "closesUnits"; units: readonly LineUnits[] }
  | { kind: "reopensUnits"; units: readonly LineUnits[] }
  | { kind: "foundBy"; as: FoundBy; text: string }
  | { kind: "forgets"; as: FoundBy; text: string }
  /** The goods travel under this number: the parcel is followed, with whatever else is in it. */
  | { kind: "announces"; carrier: string | null; tracking: string }
  | { kind: "retracts"; tracking: string }
  /** Units that were unpacked, one by one. */
  | { kind: "checksIn"; units: readonly ReceivedUnit[]; tracking: string | null }
  | { kind: "takesOut"; unitIds: readonly string[] }
  | { kind: "grades"; units: readonly { id: string; condition: Condition; disposition: Disposition }[] };

export type EffectOf<Kind extends ReturnEffect["kind"]> = Extract<ReturnEffect, { kind: Kind }>;

/** The patch of a decision, with what stood there before. */
export const sets = (values: Partial<ReturnPatch>, { standing }: ReturnSubject): EffectOf<"sets"> => {
  const keys = Object.keys(values) as (keyof ReturnPatch)[];
  return { kind: "sets", values, before: Object.fromEntries(keys.map((key) => [key, standing[key]])) };
};

/** What the buyer or the team is told; a channel that is only mirrored tells nothing (P-19). */
export const tells = (message: MessageKind, { mode, operation }: ReturnSubject): ReturnEffect[] =>
  REACH[mode].carriesOut ? [{ kind: "tells", message, afterSeconds: operation.undoSeconds }] : [];

/** P-19: what a person has to do on the marketplace; what was never done there need not be done any more. */
export const handsOver = (move: Move, { mode, openHandover }: ReturnSubject): ReturnEffect[] =>
  REACH[mode].mustBeTold ? [{ kind: "handsOver", move, before: openHandover }] : [];

export const foundBy = (as: FoundBy, text: string | null): ReturnEffect[] =>
  searchKey(text ?? "") === "" ? [] : [{ kind: "foundBy", as, text: text ?? "" }];

/** A label that somebody bought names the parcel that will come. */
export const announces = ({ labelTracking, labelCarrier }: Partial<ReturnPatch>): ReturnEffect[] =>
  searchKey(labelTracking ?? "") === ""
    ? []
    : [{ kind: "announces", carrier: labelCarrier ?? null, tracking: labelTracking ?? "" }];

export const promisesRefund = (effects: readonly ReturnEffect[]): boolean =>
  effects.some(({ kind }) => kind === "promises");

/**
 * What takes an event back: the opposite of each effect that it kept, the last one first. A clock runs again only where
 * it runs in the status that the return comes back to, and a number that a report names too stays findable.
 */
export function takingBack(
  { id, at, effects }: MoveEvent,
  runsAgain: (clock: DeadlineKind) => boolean,
  { reportedTracking }: ReturnSubject,
): ReturnEffect[] {
  return effects.toReversed().flatMap((effect): ReturnEffect[] => {
    switch (effect.kind) {
      case "sets":
        return [{ kind: "sets", values: effect.before as Partial<ReturnPatch>, before: {} }];
      case "stops":
        return runsAgain(effect.clock) ? [{ kind: "restarts", clock: effect.clock, closedAt: at.toISOString() }] : [];
      case "starts":
        return [{ kind: "stops", clock: effect.clock, as: "cancelled", dueAt: effect.dueAt }];
      case "shifts":
        return [{ kind: "shifts", clock: effect.clock, from: effect.to, to: effect.from }];
      case "tells":
        return [{ kind: "unsays", eventId: id }];
      case "handsOver":
        return [{ kind: "takesBack", before: effect.before }];
      case "promises":
        return [{ kind: "unpromises", eventId: id }];
      case "closesUnits":
        return [{ kind: "reopensUnits", units: effect.units }];
      case "foundBy":
        return effect.as === "tracking" && searchKey(effect.text) === searchKey(reportedTracking ?? "")
          ? []
          : [{ kind: "forgets", as: effect.as, text: effect.text }];
      case "announces":
        return [{ kind: "retracts", tracking: effect.tracking }];
      case "checksIn":
        return [{ kind: "takesOut", unitIds: effect.units.map((unit) => unit.id) }];
      default:
        return [];
    }
  });
}
