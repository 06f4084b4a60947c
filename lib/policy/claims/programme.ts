import { endOfDay } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";

/** What a marketplace pays its sellers back for refunds that it gave away itself, and under which conditions. */
export type ClaimProgramme = {
  name: string;
  /** Days in which a claim is filed, from the day after the refund was charged. */
  days: number;
  /** The most of a refund that is paid back where the buyer used or damaged the goods, in per cent. */
  damagedPercent: number;
  /** The most of one claim, in minor units by currency; elsewhere it is not known. */
  caps: Readonly<Record<string, number>>;
};

/** Amazon, Seller Central help 202175000 (SAFE-T): for refunds that Amazon gave itself, and for none of the seller's own. */
const SAFE_T: ClaimProgramme = { name: "SAFE-T", days: 60, damagedPercent: 50, caps: { USD: 500_000 } };

const PROGRAMMES: Readonly<Record<string, ClaimProgramme>> = { amazon: SAFE_T };

/** The programme of a marketplace; null: it has none that is known. */
export const claimProgrammeOf = (marketplace: string): ClaimProgramme | null => PROGRAMMES[marketplace] ?? null;
export const MARKETPLACES_WITH_CLAIMS = Object.keys(PROGRAMMES);

/** Until when a refund of that day can be asked back, in the channel's zone. */
export const claimDueAt = (refundedOn: string, timeZone: string, { days }: ClaimProgramme): Date =>
  endOfDay(addDays(refundedOn, days), timeZone);
