import { z } from "zod";
import type { ActorKind } from "../../actor";
import { type Case, machineOf, moveOf } from "../machine";
import {
  ANNOUNCED,
  AT_THE_DOOR,
  CHECKED_IN,
  isAtTheDoor,
  isCheckedIn,
  isLost,
  LOST,
  NOT_IN_HAND,
  PARCEL_STATUSES,
  type ParcelStatus,
  SCAN_CODES,
  type ScanCode,
  STATUS_OF_SCAN,
  STILL_COMING,
} from "./statuses";

export type ParcelSubject = {
  id: string;
  tracking: string;
  /** The first of the returns that travel in it; null: it carries none. */
  returnId: string | null;
  status: ParcelStatus;
  /** When its newest scan was made, by the carrier's clock; null: it has none. */
  scannedAt: Date | null;
  /** The newest of its scans that says where it is. */
  telling: { code: ScanCode; at: Date } | null;
  /** That scan as it was when a person last gave the parcel up; null: nobody did, or it had none then. */
  givenUpAfter: Date | null;
};

export type ParcelEffect =
  /** What the newest scan says, on the parcel itself. */
  | { kind: "seen"; code: ScanCode | null; word: string; place: string | null; at: string }
  /** S1-21: a return that went on waiting for this parcel waits no longer than its own clock, or not at all where it was the last. */
  | { kind: "releases" }
  /** P-04: its carrier has delivered it, or says that it has not: its returns count from there, or no longer. */
  | { kind: "arrives" }
  /** Its status alone changes. `tellingAt`: the newest scan that told where it was by then, as ISO text. */
  | { kind: "goes"; to: ParcelStatus; tellingAt: string | null };

export type ParcelRefusal = { code: "older_scan"; scannedAt: Date };

export type ParcelWords = {
  status: ParcelStatus;
  actor: ActorKind;
  subject: ParcelSubject;
  refusal: ParcelRefusal;
  effect: ParcelEffect;
};

const move = moveOf<ParcelWords>();

const scanSchema = z.object({
  /** Null: a word that nobody knows, kept as it came. */
  code: z.enum(SCAN_CODES).nullable(),
  word: z.string(),
  place: z.string().nullable(),
  at: z.date(),
});
const scanInput = z.object({
  /** The newest of all that were told. */
  newest: scanSchema,
  /** The newest that says where the parcel is; null: none does. */
  telling: scanSchema.nullable(),
});
type Scan = z.infer<typeof scanInput>;

type Scanned = Case<ParcelWords, Scan>;
const isAt = ({ subject: { status, givenUpAfter }, input: { telling } }: Scanned): ParcelStatus => {
  // Whoever gave it up knew that scan: told again it is no news.
  const isNews = !isLost(status) || !givenUpAfter || !telling || telling.at > givenUpAfter;
  return isCheckedIn(status) || !isNews ? status : ((telling?.code && STATUS_OF_SCAN[telling.code]) ?? status);
};

/**
 * The newest scan wins: what comes late and out of order is kept in the list and moves nothing, unless those that are newer
 * say nothing of where the parcel is.
 */
const scan = move({
  from: PARCEL_STATUSES,
  to: isAt,
  by: ["person", "product", "key"],
  input: scanInput,
  asks: {
    newer: (the: Scanned) => {
      const { scannedAt, status } = the.subject;
      const at = the.input.newest?.at;
      return scannedAt && at && at <= scannedAt && isAt(the) === status ? { code: "older_scan", scannedAt } : null;
    },
  },
  effects: ({ subject, input: { newest } }, to) => [
    ...(newest ? [{ kind: "seen", ...newest, at: newest.at.toISOString() } as const] : []),
    ...(isLost(to) && !isLost(subject.status) ? [{ kind: "releases" } as const] : []),
    ...(to !== subject.status && (isAtTheDoor(to) || isAtTheDoor(subject.status))
      ? [{ kind: "arrives" } as const]
      : []),
  ],
  data: ({ subject: { tracking }, input: { newest, telling } }) => {
    const { code, word, place, at } = telling ?? newest ?? {};
    return { tracking, code, word, place, scannedAt: at };
  },
});

/** What changes its status alone, and what that means for whoever waits for it. */
const goes = ({ telling }: ParcelSubject, to: ParcelStatus): ParcelEffect[] => [
  { kind: "goes", to, tellingAt: telling?.at.toISOString() ?? null },
  { kind: "releases" },
];

/** Somebody opened it and looked at what was in it; opened again, it is open already. */
const check_in = move({
  from: PARCEL_STATUSES,
  to: CHECKED_IN,
  by: ["person", "key", "product"],
  input: z.object({}),
  effects: ({ subject }, to) => goes(subject, to),
  data: ({ subject: { tracking } }) => ({ tracking }),
});

const shutInput = z.object({
  /** Where it stood when it was opened, and by which scan; null: nobody knows any more. */
  opening: z.object({ from: z.enum(PARCEL_STATUSES), tellingAt: z.date().nullable() }).nullable(),
});
type Shut = z.infer<typeof shutInput>;

/** Where it stood before it was opened, or where its carrier has seen it since. */
const wasAt = ({ subject: { telling }, input: { opening } }: Case<ParcelWords, Shut>): ParcelStatus => {
  const isSeenSince = !opening || telling?.at.getTime() !== opening.tellingAt?.getTime();
  return isSeenSince ? ((telling && STATUS_OF_SCAN[telling.code]) ?? ANNOUNCED) : opening.from;
};

/** Nothing that came out of it stands any more: it was not opened, and is waited for as before. */
const shut = move({
  from: [CHECKED_IN],
  to: wasAt,
  by: ["person", "key", "product"],
  input: shutInput,
  effects: ({ subject }, to) => goes(subject, to),
  data: ({ subject: { tracking } }) => ({ tracking }),
});

/** A person gave it up, whatever its carrier says so far; a newer scan brings it back. */
const lose = move({
  from: STILL_COMING,
  to: LOST,
  by: ["person"],
  input: z.object({}),
  effects: ({ subject }, to) => goes(subject, to),
  data: ({ subject: { tracking } }) => ({ tracking }),
});

/** It lies here unopened, whatever its carrier says: somebody found out whose it is. */
const arrive = move({
  from: NOT_IN_HAND,
  to: AT_THE_DOOR,
  by: ["person"],
  input: z.object({}),
  effects: ({ subject: { telling } }, to) => [{ kind: "goes", to, tellingAt: telling?.at.toISOString() ?? null }],
  data: ({ subject: { tracking } }) => ({ tracking }),
});

/** What can happen to a parcel of returned goods between its announcement and the door. */
export const parcelMachine = machineOf<ParcelWords>()({ scan, arrive, check_in, shut, lose });
