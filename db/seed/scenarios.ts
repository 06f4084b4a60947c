import type { Outbound } from "@/lib/policy/judging/facts";
import { BUYERS, dice, FREE_RETURN_SAYINGS, PRODUCTS, type Product, SAYINGS } from "./catalog";
import { JOURNEYS, type Journey } from "./journeys";

/** What became of a demo request after it came in. */
export type Fate =
  | "open"
  | "authorized"
  | "authorized_now"
  | "coming_home"
  | "received"
  | "completed"
  | "closed"
  | "closed_keep"
  | "withdrawn"
  | "lapsed"
  | "expired"
  | "conflict";

export type Scenario = {
  channel: string;
  fate: Fate;
  /** How long before now it was requested, and after the request it reached us. */
  hoursAgo: number;
  reachedAfterHours: number;
  /** How long before the request the goods were ordered and delivered; null: the delivery is not known. */
  orderedDaysBefore: number;
  deliveredDaysBefore: number | null;
  /** Where the parcel is, where somebody said so. */
  outbound: Outbound | null;
  currency: string | null;
  lines: { product: Product; quantity: number; ordered: number; isAmountKnown: boolean }[];
  reason: string;
  comment: string | null;
  buyer: string;
  /** The marketplace's own In policy; null where it does not say. */
  isInPolicy: boolean | null;
  isDisputed: boolean;
  isTicked: boolean;
  /** How its goods come home, where somebody knows. */
  journey: Journey | null;
};

/** A few buyers of our own shop think again before the parcel has reached them. */
const OUTBOUND: Record<number, Outbound> = { 2: "not_handed_over", 6: "not_handed_over", 10: "on_its_way" };

/** How many of each fate a channel shows, in the order they came. */
const FATES: Record<string, Partial<Record<Fate, number>>> = {
  "amazon-us": {
    open: 41,
    authorized: 34,
    authorized_now: 3,
    received: 8,
    completed: 16,
    closed: 6,
    closed_keep: 2,
    withdrawn: 3,
    conflict: 2,
  },
  "amazon-uk": { open: 14, authorized: 16, authorized_now: 1, received: 3, completed: 10, closed: 4, withdrawn: 2 },
  "amazon-de": { open: 11, authorized: 13, authorized_now: 1, received: 2, completed: 8, closed: 3, withdrawn: 1 },
  aliexpress: { open: 9, authorized: 8, received: 1, completed: 8, closed: 3, withdrawn: 1 },
  "own-shop": {
    open: 22,
    authorized: 18,
    authorized_now: 2,
    closed: 9,
    closed_keep: 4,
    withdrawn: 4,
    lapsed: 6,
    expired: 2,
    coming_home: JOURNEYS.length,
  },
};

const HOURS: Record<Fate, [number, number]> = {
  open: [1, 30],
  authorized: [48, 500],
  authorized_now: [6, 20],
  coming_home: [200, 420],
  received: [200, 700],
  completed: [400, 1400],
  closed: [100, 900],
  closed_keep: [60, 400],
  withdrawn: [80, 700],
  lapsed: [1500, 1900],
  expired: [1210, 1400],
  conflict: [20, 60],
};

/** About 300 requests over every tab, verdict and currency; the same on every machine. */
export function scenarios(): Scenario[] {
  const { below, next, pick } = dice(20_261);
  return Object.entries(FATES).flatMap(([channel, fates]) =>
    Object.entries(fates).flatMap(([name, count]) =>
      Array.from({ length: count }, (_, index): Scenario => {
        const fate = name as Fate;
        const [from, to] = channel === "aliexpress" && fate === "authorized" ? [10, 100] : HOURS[fate];
        const isOwn = channel === "own-shop";
        const journey = fate === "coming_home" ? (JOURNEYS[index] ?? null) : null;
        const said = pick(channel === "aliexpress" ? FREE_RETURN_SAYINGS : SAYINGS);
        const outbound = (isOwn && fate === "open" ? OUTBOUND[index] : undefined) ?? null;
        const isLate = fate === "closed" || (fate === "open" ? index % 4 === 1 : next() < 0.2);
        const deliveredDaysBefore = isLate ? 33 + below(30) : 2 + below(20);
        const lines = Array.from({ length: next() < 0.15 && !journey?.units ? 2 : 1 }, () => {
          const ordered = 1 + below(3);
          const asked = 1 + below(ordered);
          const [quantity, units] = journey?.units
            ? [journey.units, Math.max(ordered, journey.units)]
            : [asked, ordered];
          return { product: pick(PRODUCTS), quantity, ordered: units, isAmountKnown: next() > 0.05 };
        });
        const isListed = lines.some(({ product }) => product.category === "Gift cards");
        // Every seventh word of the marketplace differs from what our own policy finds.
        const isReportedWell = !isLate && !isListed;
        return {
          channel,
          fate,
          // Some came in after their answer was due: those are recorded as missed (P-18).
          hoursAgo: fate === "open" && index % 9 === 8 ? 70 + below(200) : from + next() * (to - from),
          reachedAfterHours: fate === "open" && index % 9 === 8 ? 60 : 0.3 + next(),
          orderedDaysBefore: outbound ? 2 + below(3) : deliveredDaysBefore + 3 + below(5),
          deliveredDaysBefore: outbound === null && (isOwn || index % 3 === 0) ? deliveredDaysBefore : null,
          outbound,
          currency: isOwn ? pick(["USD", "USD", "JPY", "EUR"]) : null,
          lines,
          reason: said.reason,
          comment: lines.every(({ product }) => said.of?.includes(product.category) ?? true) ? said.comment : null,
          buyer: journey?.buyer ?? pick(BUYERS),
          journey,
          // AliExpress does not say.
          isInPolicy:
            isOwn || channel === "aliexpress"
              ? null
              : index % 7 === 3 && fate !== "closed"
                ? !isReportedWell
                : isReportedWell,
          isDisputed: !isOwn && fate !== "open" && next() < 0.04,
          isTicked: fate === "authorized" || fate === "closed" ? index % 5 !== 0 : false,
        };
      }),
    ),
  );
}
