import type { ToldFields } from "@/lib/policy/events/changes";
import type { Operation } from "@/lib/policy/terms/terms";
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

/** How a channel works, as far as one value tells it; lists of rules are told by their part alone. */
export function toldOperation(operation: Operation): ToldFields {
  const { automation, exemptions, calendar, clocks, undoSeconds, requestMail, instructions, rma } = operation;
  return {
    choice: automation.choice,
    withinDays: automation.withinDays,
    exemptSkus: automation.exempt,
    isOnForMirrored: automation.isOnForMirrored,
    exemptCategories: exemptions.categories,
    ...clocks,
    restDays: calendar.restDays,
    closedOn: calendar.closedOn.map(({ on, label }) => `${on} ${label}`.trim()),
    undoSeconds,
    mailIsOn: requestMail.isOn,
    mailHasLinks: requestMail.hasLinks,
    instructions: Object.entries(instructions)
      .map(([tag, text]) => `[${tag}] ${text}`)
      .join("\n\n"),
    rmaFormat: rma.format,
    rmaIsOwn: rma.isOwn,
  };
}

type Named = { id: string; label: string | null; recipient: string; city: string };

type Facts = {
  name: string;
  programme: string;
  plan: string;
  hasPrepaid: boolean;
  country: string;
  currency: string;
  timeZone: string;
  defaultAddressId: string | null;
};

/** What a channel is; its default address as the seller calls it. */
export function toldFacts(facts: Facts, replyTo: string | null, addresses: readonly Named[]): ToldFields {
  const { name, programme, plan, hasPrepaid, country, currency, timeZone, defaultAddressId } = facts;
  const address = addresses.find(({ id }) => id === defaultAddressId);
  const defaultAddress = address ? addressName(address) : null;
  return { name, programme, plan, hasPrepaid, country, currency, timeZone, defaultAddress, replyTo };
}
