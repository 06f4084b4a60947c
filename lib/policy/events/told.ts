import { isCheckedIn, type ParcelStatus } from "../machines/parcel/statuses";
import type { Status } from "../machines/return/statuses";
import { EVENTS } from "./events";

type Kept = {
  subjectKind: string;
  kind: string;
  fromStatus: Status | null;
  toStatus: Status | null;
  data: Readonly<Record<string, unknown>>;
};

/** An event of a return's thread as its reader meets it; what happened to a parcel stands apart from what moved the return. */
export function readTold<Row extends Kept>(row: Row) {
  const data = EVENTS.read("return", row.kind, row.data);
  if (row.subjectKind !== "parcel") return { ...row, data, parcel: null };
  const status = row.toStatus as ParcelStatus | null;
  // Nothing came out of it after all, wherever it stands now.
  const isShut = isCheckedIn(row.fromStatus as ParcelStatus);
  const parcel = { status, isShut, ...EVENTS.read("parcel", row.kind, row.data) };
  return { ...row, fromStatus: null, toStatus: null, data, parcel };
}
export type ToldParcel = NonNullable<ReturnType<typeof readTold>["parcel"]>;
