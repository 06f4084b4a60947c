import { and, asc, eq } from "drizzle-orm";
import { announceParcelIn } from "@/lib/parcels/announce-parcel";
import { recordScansIn } from "@/lib/parcels/record-scans";
import type { Acting } from "@/lib/platform/ctx";
import { type Condition, usualDisposition } from "@/lib/policy/parcels/conditions";
import type { DifferenceReason } from "@/lib/policy/parcels/differences";
import { newId } from "../../lib/kernel/ids";
import { checkInIn } from "../../lib/receiving/check-in";
import type { Tx } from "../client";
import { returnLines } from "../schema";

type Seen = [hoursAgo: number, word: string, place: string];
type Unpacked = { line: number | null; title?: string; condition: Condition; note?: string };
/** How goods of a demo return come home: under which number, what the carrier said, what was in it. */
export type Journey = {
  /** Of one buyer where two returns travel together. */
  buyer?: string;
  /** Units that were asked back of each line; without it, as the request has them. */
  units?: number;
  parcel?: { carrier: string; tracking: string; isFromBuyer?: boolean; seen: readonly Seen[] };
  unpacked?: { hoursAgo: number; units: readonly Unpacked[]; why?: DifferenceReason };
};

const TOGETHER = "9400111899223819500099";
const ups = (tracking: string, ...seen: Seen[]) => ({ carrier: "UPS", tracking, seen });
const usps = (tracking: string, ...seen: Seen[]) => ({ carrier: "USPS", tracking, isFromBuyer: true, seen });
const sound: Unpacked = { line: 0, condition: "new" };

/** One for each return of the demo that comes home. */
export const JOURNEYS: readonly Journey[] = [
  {
    units: 2,
    parcel: ups("1Z5R89390357560008", [150, "Picked up", "Boise, ID"], [100, "Delivered", "Reno, NV"]),
    unpacked: { hoursAgo: 76, units: [sound, { line: 0, condition: "opened" }] },
  },
  {
    units: 2,
    parcel: usps("9400111899223817400001", [140, "Accepted", "Fresno, CA"], [90, "Delivered", "Reno, NV"]),
    unpacked: { hoursAgo: 52, units: [sound], why: "not_sent" },
  },
  {
    units: 2,
    parcel: ups("1Z5R89390361100050", [120, "Picked up", "Tucson, AZ"], [70, "Delivered", "Reno, NV"]),
    unpacked: {
      hoursAgo: 28,
      why: "lost_on_the_way",
      units: [
        { line: 0, condition: "damaged", note: "Cracked along the side; the box is whole." },
        sound,
        { line: null, title: "Charging cable, white", condition: "not_ours" },
      ],
    },
  },
  {
    units: 1,
    parcel: ups("1Z5R89390372040050", [30, "Delivered", "Reno, NV"]),
    unpacked: { hoursAgo: 3, units: [sound] },
  },
  { units: 1, unpacked: { hoursAgo: 2, units: [{ line: 0, condition: "defective", note: "Does not switch on." }] } },
  { parcel: ups("1Z5R89390383550050", [110, "Picked up", "Salem, OR"], [60, "Lost", "Portland, OR"]) },
  { parcel: usps("9400111899223820100127", [70, "Accepted", "Mesa, AZ"], [44, "Delivered", "Reno, NV"]) },
  { buyer: "Rosa Marín", parcel: usps(TOGETHER, [50, "Accepted", "San Jose, CA"], [20, "Delivered", "Reno, NV"]) },
  { buyer: "Rosa Marín", parcel: usps(TOGETHER) },
  { parcel: ups("1Z5R89390394170057", [40, "Picked up", "Denver, CO"], [12, "In transit", "Salt Lake City, UT"]) },
  { parcel: usps("9400111899223823300029", [22, "Accepted", "Tacoma, WA"]) },
  { parcel: { carrier: "FedEx", tracking: "794658203344", isFromBuyer: true, seen: [] } },
];

const HOUR = 3_600_000;

type Travelling = Omit<Acting, "now"> & { buyer: string; returnId: string; announcedAt: Date };

/** Lets the goods of one return come home as its journey says, by the verbs of whoever would have told it. */
export async function comeHome(tx: Tx, { parcel, unpacked }: Journey, of: Travelling, now: Date): Promise<void> {
  const { sellerId, actor, returnId, announcedAt } = of;
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
  const mustBe = ({ ok }: { ok: boolean }) => {
    if (!ok) throw new Error("a demo parcel that is refused");
  };
  if (parcel) {
    const { carrier, tracking, isFromBuyer = false, seen } = parcel;
    const who = isFromBuyer ? ({ kind: "buyer", id: null, name: of.buyer } as const) : actor;
    const said = { returnId, tracking, carrier, isSure: true };
    mustBe(await announceParcelIn(tx, { sellerId, actor: who, now: announcedAt }, said));
    for (const [hoursAgo, status, place] of seen) {
      const at = ago(hoursAgo);
      await recordScansIn(tx, { sellerId, actor, now: at }, [{ tracking, at, status, place }]);
    }
  }
  if (unpacked) {
    const lines = await tx
      .select({ id: returnLines.id })
      .from(returnLines)
      .where(and(eq(returnLines.sellerId, sellerId), eq(returnLines.returnId, returnId)))
      .orderBy(asc(returnLines.position));
    const units = unpacked.units.map(({ line, title = null, condition, note = null }) => ({
      ...{ id: newId(), lineId: line === null ? null : (lines[line]?.id ?? null), title, condition, note },
      ...{ disposition: usualDisposition(condition), photoIds: [] },
    }));
    const acting = { sellerId, actor, now: ago(unpacked.hoursAgo) };
    const difference = unpacked.why ? { reason: unpacked.why, note: null } : null;
    mustBe(await checkInIn(tx, acting, { returnId, tracking: parcel?.tracking ?? null, units, difference }));
  }
}
