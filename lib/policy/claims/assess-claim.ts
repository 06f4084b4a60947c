import type { Condition } from "../parcels/conditions";
import type { ClaimProgramme } from "./programme";

/** Why money is asked back: nothing came at all, something is missing, it is not ours, or it came back worse than it left. */
export const CLAIM_CAUSES = ["never_came", "missing", "not_ours", "damaged"] as const;
export type ClaimCause = (typeof CLAIM_CAUSES)[number];

/** What no claim is paid for: the buyer has an A-to-z claim, or the carrier lost the parcel on its way back. */
export const CLAIM_BARS = ["a_to_z", "lost"] as const;
export type ClaimBar = (typeof CLAIM_BARS)[number];

export type ClaimFacts = {
  currency: string;
  /** Refunded there and not through us; minor units. */
  outsideMinor: number;
  isAToZ: boolean;
  /** Units that were asked back, what was refunded of them there, and what came. */
  lines: readonly { quantity: number; refundedMinor: number; came: readonly Condition[] }[];
  /** What came and belongs to no line. */
  strays: readonly Condition[];
  /** A parcel is on its way or at the door. */
  isUnderWay: boolean;
  /** What is missing went with a parcel that was lost. */
  isLost: boolean;
  /** P-11: who unpacked it said that the shop itself had sent it so. */
  isByTheShop: boolean;
  /** The buyer still has time to send it back. */
  isAwaited: boolean;
};

export type Assessed =
  | { outcome: "wait" }
  | { outcome: "nothing"; bar: ClaimBar | null }
  | { outcome: "claim"; cause: ClaimCause; amountMinor: number };

const WORSE: readonly Condition[] = ["used", "damaged", "incomplete"];
const isForeign = (condition: Condition): boolean => condition === "not_ours";
const count = (units: readonly Condition[], is: (one: Condition) => boolean): number => units.filter(is).length;

/**
 * What of a refund that the marketplace gave away can be asked back of it, by what came of the goods. Nothing is asked
 * while something is still to come: there is one claim for an order. The amount never exceeds what was refunded, nor the cap.
 */
export function assessClaim(facts: ClaimFacts, programme: ClaimProgramme): Assessed {
  const { lines, strays, outsideMinor, currency } = facts;
  if (outsideMinor <= 0) return { outcome: "nothing", bar: null };
  if (facts.isAToZ) return { outcome: "nothing", bar: "a_to_z" };
  const cameNone = strays.length === 0 && lines.every(({ came }) => came.length === 0);
  const found = lines.map((line) => {
    const { quantity, refundedMinor, came } = line;
    const share = (units: number) =>
      quantity === 0 ? 0 : Math.floor((refundedMinor * Math.min(units, quantity)) / quantity);
    const missing = Math.max(0, quantity - came.length);
    const worse = facts.isByTheShop ? 0 : count(came, (one) => WORSE.includes(one));
    const foreign = facts.isByTheShop ? 0 : count(came, isForeign);
    const whole = share(missing + foreign);
    const lessened = Math.floor((share(worse) * programme.damagedPercent) / 100);
    const amountMinor = Math.min(refundedMinor, whole + lessened);
    return { missing, worse, foreign, amountMinor };
  });
  const isAny = (key: "missing" | "worse" | "foreign") => found.some((line) => line[key] > 0);
  if (isAny("missing") && (facts.isUnderWay || facts.isAwaited)) return { outcome: "wait" };
  if (facts.isUnderWay) return { outcome: "wait" };
  if (isAny("missing") && facts.isLost && !isAny("worse") && !isAny("foreign"))
    return { outcome: "nothing", bar: "lost" };
  const sum = found.reduce((all, line) => all + line.amountMinor, 0);
  const amountMinor = Math.min(sum, outsideMinor, programme.caps[currency] ?? Number.POSITIVE_INFINITY);
  if (amountMinor <= 0) return { outcome: "nothing", bar: null };
  const cause = causeOf({
    cameNone,
    isForeign: isAny("foreign") || strays.some(isForeign),
    isMissing: isAny("missing"),
  });
  return { outcome: "claim", cause, amountMinor };
}

type Found = { cameNone: boolean; isForeign: boolean; isMissing: boolean };
const causeOf = ({ cameNone, isForeign: isOther, isMissing }: Found): ClaimCause => {
  if (cameNone) return "never_came";
  if (isOther) return "not_ours";
  return isMissing ? "missing" : "damaged";
};
