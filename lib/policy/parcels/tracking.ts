import { searchKey } from "@/lib/kernel/search-key";
import { carrierNamed, guessCarriers, judgeNumber } from "./carriers";

export type TrackingRefusal =
  | { code: "no_tracking" }
  /** The number is not what the carrier gives, or its check digit says that it is mistyped. */
  | { code: "tracking_wrong"; carrier: string; why: "shape" | "check_digit"; example: string | null };

export type Tracked = { carrier: string | null; tracking: string; key: string };

/**
 * A carrier and a tracking number as somebody typed them. The chosen carrier outranks a guess; a single likely one is
 * taken where none was named. `isSure`: the number stays as it is, whatever the carrier's own look like.
 */
export function readTracking(
  typed: { carrier: string; tracking: string },
  isSure: boolean,
): { ok: true; value: Tracked } | { ok: false; refusal: TrackingRefusal } {
  const key = searchKey(typed.tracking);
  if (key === "") return { ok: false, refusal: { code: "no_tracking" } };
  const named = typed.carrier.trim();
  const known = carrierNamed(named === "" ? null : named);
  const shape = known ? judgeNumber(known, key) : "right";
  if (known && shape !== "right" && !isSure) {
    const why = shape === "other" ? "shape" : "check_digit";
    return { ok: false, refusal: { code: "tracking_wrong", carrier: known.name, why, example: known.example ?? null } };
  }
  const likely = named === "" ? guessCarriers(key) : [];
  const carrier = known?.name ?? (likely.length === 1 ? (likely[0]?.name ?? null) : named || null);
  return { ok: true, value: { carrier, tracking: typed.tracking.trim(), key } };
}
