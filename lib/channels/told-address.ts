import type { ToldFields } from "@/lib/policy/events/changes";
import type { BookAddress } from "./address-book";

type Entry = Omit<BookAddress, "id" | "retiredAt">;

/** An address as the audit tells it. */
export const toldAddress = (entry: Entry): ToldFields => {
  const { label, hours, recipient, line1, line2, city, region, postalCode, country, phone } = entry;
  return { label, hours, recipient, line1, line2, city, region, postalCode, country, phone };
};

/** What the team calls it, else whose it is and where. */
export const addressName = ({ label, recipient, city }: Pick<Entry, "label" | "recipient" | "city">): string =>
  label ?? `${recipient}, ${city}`;
