import type { Address } from "@/lib/kernel/address";
import { addDays } from "@/lib/kernel/dates";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "@/lib/policy/judging/programmes/seller-fulfilled";
import type { Policy } from "@/lib/policy/terms/terms";
import type { channels } from "../schema";

/** S0-27, S0-28: whoever reads these rows sees that nobody takes a parcel there. */
const sampled: Policy = {
  ...freeReturn,
  operation: {
    ...freeReturn.operation,
    freeReturnCountries: freeReturn.operation.freeReturnCountries.map((row) => ({
      ...row,
      carrier: "Sample carrier",
      site: "https://carrier.example",
      warehouse: `Sample warehouse, ${row.country}`,
    })),
  },
};

type Channel = Omit<typeof channels.$inferInsert, "sellerId" | "id" | "defaultAddressId">;

export type DemoChannel = Channel & { address: Address | null; versions: { effectiveFrom: string; policy: Policy }[] };

const depot = (rest: Pick<Address, "line1" | "city" | "region" | "postalCode" | "country">): Address => ({
  recipient: "Demo Trading Returns",
  line2: null,
  phone: null,
  ...rest,
});
const RENO = depot({ line1: "480 Depot Way", city: "Reno", region: "NV", postalCode: "89501", country: "US" });
const LEEDS = depot({ line1: "Unit 7, Canal Yard", city: "Leeds", region: null, postalCode: "LS1 4AP", country: "GB" });
const ERFURT = depot({ line1: "Lagerstraße 12", city: "Erfurt", region: null, postalCode: "99084", country: "DE" });

const policyOf = (changes: {
  electronicsDays?: number;
  today?: string;
  keepsUpToMinor?: number;
  labelMinor: number;
}): Policy => {
  const { terms, operation } = sellerFulfilled;
  const byCategory = changes.electronicsDays ? [{ category: "Electronics", days: changes.electronicsDays }] : [];
  const year = changes.today?.slice(0, 4);
  const holidays = year
    ? [
        {
          basis: "bought" as const,
          boughtFrom: `${year}-11-01`,
          boughtTo: `${year}-12-31`,
          returnableUntil: `${Number(year) + 1}-01-31`,
          label: `Holidays ${year}`,
        },
      ]
    : [];
  const anything = { categories: [], reasons: [], minMinor: null };
  const rules = changes.keepsUpToMinor
    ? [{ name: "Small things", ...anything, maxMinor: changes.keepsUpToMinor, resolution: "refund" as const }]
    : [];
  return {
    terms: {
      ...terms,
      window: { ...terms.window, byCategory, holidays },
      notReturnable: { categories: ["Gift cards"], skus: [] },
      returnless: { ...terms.returnless, rules },
      highValue: { fromMinor: 15_000 },
    },
    operation: {
      ...operation,
      exemptions: { categories: ["Handmade"] },
      labels: { ...operation.labels, costMinor: changes.labelMinor, costAbroadMinor: changes.labelMinor * 3 },
      instructions: {
        en: "Please pack the item safely, put the packing slip into the box and stick the label outside.",
      },
    },
  };
};

/** The five channels of Demo Trading; `today` dates the second version of the first one's policy. */
export function demoChannels(today: string): DemoChannel[] {
  const always = "2024-01-01";
  const amazon = { marketplace: "amazon", mode: "mirrored", programme: "seller_fulfilled" } as const;
  const individual = { plan: "individual", hasPrepaid: false } as const;
  return [
    {
      ...amazon,
      code: "amazon-us",
      name: "Amazon US",
      plan: "professional",
      hasPrepaid: true,
      country: "US",
      currency: "USD",
      timeZone: "America/Los_Angeles",
      address: RENO,
      versions: [
        { effectiveFrom: always, policy: policyOf({ electronicsDays: 30, labelMinor: 1250 }) },
        { effectiveFrom: addDays(today, -45), policy: policyOf({ electronicsDays: 45, today, labelMinor: 1250 }) },
      ],
    },
    {
      ...amazon,
      ...individual,
      code: "amazon-uk",
      name: "Amazon UK",
      country: "GB",
      currency: "GBP",
      timeZone: "Europe/London",
      address: LEEDS,
      versions: [{ effectiveFrom: always, policy: policyOf({ labelMinor: 1190 }) }],
    },
    {
      ...amazon,
      ...individual,
      code: "amazon-de",
      name: "Amazon DE",
      country: "DE",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      address: ERFURT,
      versions: [{ effectiveFrom: always, policy: policyOf({ labelMinor: 1190 }) }],
    },
    {
      ...individual,
      code: "aliexpress",
      name: "AliExpress",
      marketplace: "aliexpress",
      mode: "mirrored",
      programme: "free_return",
      country: "ES",
      currency: "CNY",
      timeZone: "Asia/Shanghai",
      address: null,
      versions: [{ effectiveFrom: always, policy: sampled }],
    },
    {
      ...individual,
      code: "own-shop",
      name: "Own shop",
      marketplace: "own",
      mode: "managed",
      programme: "seller_fulfilled",
      country: "US",
      currency: "USD",
      timeZone: "America/Los_Angeles",
      address: RENO,
      versions: [
        { effectiveFrom: always, policy: policyOf({ electronicsDays: 14, keepsUpToMinor: 900, labelMinor: 1690 }) },
      ],
    },
  ];
}
