import { textsOf } from "@/lib/kernel/posted";
import type { ChannelDraft, SetUpInput } from "./choices";

const ADDRESS = [
  "recipient",
  "line1",
  "line2",
  "city",
  "district",
  "region",
  "postalCode",
  "country",
  "phone",
] as const;

/** Fields by the names they have within a part: `owner.name` of the owner is `name`. */
function partOf<Name extends string>(form: FormData, part: string, names: readonly Name[]): Record<Name, string> {
  const typed = textsOf(
    form,
    names.map((name) => `${part}.${name}`),
  );
  return Object.fromEntries(names.map((name) => [name, typed[`${part}.${name}`] ?? ""])) as Record<Name, string>;
}

/** What only Amazon has is left out elsewhere, whatever a form without scripts still shows. */
export function readChannel(form: FormData): ChannelDraft {
  const typed = partOf(form, "channel", ["marketplace", "country", "currency", "timeZone", "plan"]);
  const isAmazon = typed.marketplace === "amazon";
  return {
    ...typed,
    plan: isAmazon ? typed.plan : "individual",
    hasPrepaid: isAmazon && form.has("channel.hasPrepaid"),
  } as ChannelDraft;
}

/** The form as the action takes it, which judges every value itself. */
export const readSetUp = (form: FormData): SetUpInput => ({
  ...textsOf(form, ["code", "sellerName"]),
  locale: textsOf(form, ["locale"]).locale as SetUpInput["locale"],
  owner: partOf(form, "owner", ["name", "email", "password"]),
  channel: readChannel(form),
  address: partOf(form, "address", ADDRESS),
});
