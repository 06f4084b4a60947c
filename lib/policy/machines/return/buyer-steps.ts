import type { BuyerState, BuyerStateCode } from "./buyer-state";
import { isAuthorization } from "./kinds-of-status";

const STEPS = ["asked", "accepted", "label", "sent", "received"] as const;
export type BuyerStepCode = (typeof STEPS)[number] | "ended";

export type BuyerStep = {
  code: BuyerStepCode;
  state: "done" | "now" | "next";
  /** When it was; null: not yet, or nobody knows. */
  at: Date | null;
  /** Until when it should be, while it is the one that is waited for. */
  by: Date | null;
};

/** The step that is waited for; one behind the last: none. */
const NOW: Partial<Record<BuyerStateCode, (typeof STEPS)[number] | null>> = {
  asked: "accepted",
  fetch: "label",
  send: "sent",
  announced: "sent",
  on_its_way: "received",
  arrived: "received",
  received: null,
  completed: null,
};

type Happened = {
  requestedAt: Date;
  statusChangedAt: Date;
  labelFetchedAt: Date | null;
  moves: readonly { kind: string; at: Date }[];
  parcels: readonly { at: Date }[];
  isFree: boolean;
};

/** The way of a return as its buyer reads it, each step with its day. */
export function buyerSteps({ code, due }: Pick<BuyerState, "code" | "due">, happened: Happened): BuyerStep[] {
  const { requestedAt, statusChangedAt, labelFetchedAt, moves, parcels, isFree } = happened;
  const asked: BuyerStep = { code: "asked", state: "done", at: requestedAt, by: null };
  if (!(code in NOW)) return [asked, { code: "ended", state: "done", at: statusChangedAt, by: null }];
  const at: Record<(typeof STEPS)[number], Date | null> = {
    asked: requestedAt,
    accepted: moves.findLast(({ kind }) => isAuthorization(kind))?.at ?? null,
    label: labelFetchedAt,
    sent: parcels[0]?.at ?? null,
    received: NOW[code] === null ? statusChangedAt : null,
  };
  // Only a free return has a day of its own for its label.
  const steps = STEPS.filter((step) => step !== "label" || isFree);
  const current = NOW[code];
  const now = current ? steps.indexOf(current) : -1;
  return steps.map((step, place) => {
    const isDone = now === -1 || place < now;
    const state = isDone ? "done" : place === now ? "now" : "next";
    return { code: step, state, at: isDone ? at[step] : null, by: state === "now" ? due : null };
  });
}
