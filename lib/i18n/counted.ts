/** Up to here totals are exact; whoever counts stops at one more. */
const EXACT = 1000;

/** A count as it is read: exact up to a thousand, then that it is more. */
export const counted = (count: number, locale: string): string =>
  count > EXACT ? `${EXACT.toLocaleString(locale)}+` : count.toLocaleString(locale);

/** Whether there are more than were counted. */
export const isCut = ({ count }: { count: number }): boolean => count > EXACT;
