/** What can be taken back: one decision or message by the event it made, all that a bulk act decided, an act of assigning. */
export type Act =
  | { returnId: string; eventId: string; name: string; isMessage?: boolean }
  | { bulkActId: string }
  | { batchId: string; at: string; isMessage?: boolean };

export const keyOf = (act: Act): string => {
  if ("batchId" in act) return act.batchId;
  return "bulkActId" in act ? act.bulkActId : act.eventId;
};

/** More than anybody takes back within the minute that an undo window lasts at most. */
const KEPT = 20;

/** This tab's own acts, the latest last; a reload forgets them, and the timeline still offers their undo. */
const acts: Act[] = [];

export function rememberAct(act: Act): void {
  forgetAct(act);
  acts.push(act);
  if (acts.length > KEPT) acts.shift();
}

export function forgetAct(act: Act): void {
  const place = acts.findIndex((known) => keyOf(known) === keyOf(act));
  if (place >= 0) acts.splice(place, 1);
}

export const lastAct = (): Act | null => acts.at(-1) ?? null;
