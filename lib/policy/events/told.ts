import { isCheckedIn, type ParcelStatus } from "../machines/parcel/statuses";
import type { RefundStatus } from "../machines/refund/statuses";
import type { Status } from "../machines/return/statuses";
import { CLAIM_EVENTS } from "./claim";
import { EVENTS } from "./events";
import { REFUND_EVENTS } from "./refund";

const TOLD_OF_REFUNDS = Object.keys(REFUND_EVENTS) as (keyof typeof REFUND_EVENTS)[];

const TOLD_OF_CLAIMS = Object.keys(CLAIM_EVENTS) as (keyof typeof CLAIM_EVENTS)[];

type Kept = {
  subjectKind: string;
  kind: string;
  fromStatus: Status | null;
  toStatus: Status | null;
  data: Readonly<Record<string, unknown>>;
};

/** An event of a return's thread as its reader meets it; what happened to a parcel, to money or to a claim stands apart from what moved the return. */
export function readTold<Row extends Kept>(row: Row) {
  const data = EVENTS.read("return", row.kind, row.data);
  if (row.subjectKind === "refund") {
    const kind = TOLD_OF_REFUNDS.find((known) => known === row.kind) ?? null;
    const refund = {
      kind,
      toStatus: row.toStatus as RefundStatus | null,
      ...EVENTS.read("refund", row.kind, row.data),
    };
    return { ...row, fromStatus: null, toStatus: null, data, parcel: null, refund, claim: null };
  }
  if (row.subjectKind === "claim") {
    const kind = TOLD_OF_CLAIMS.find((known) => known === row.kind) ?? null;
    const claim = { kind, ...EVENTS.read("claim", row.kind, row.data) };
    return { ...row, fromStatus: null, toStatus: null, data, parcel: null, refund: null, claim };
  }
  if (row.subjectKind !== "parcel") return { ...row, data, parcel: null, refund: null, claim: null };
  const status = row.toStatus as ParcelStatus | null;
  // Nothing came out of it after all, wherever it stands now.
  const isShut = isCheckedIn(row.fromStatus as ParcelStatus);
  const parcel = { status, isShut, ...EVENTS.read("parcel", row.kind, row.data) };
  return { ...row, fromStatus: null, toStatus: null, data, parcel, refund: null, claim: null };
}
export type ToldParcel = NonNullable<ReturnType<typeof readTold>["parcel"]>;
export type ToldRefund = NonNullable<ReturnType<typeof readTold>["refund"]>;
export type ToldClaim = NonNullable<ReturnType<typeof readTold>["claim"]>;
