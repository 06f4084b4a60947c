"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addressLines } from "@/lib/address";
import { paths } from "@/lib/paths";
import { PLANS, PROGRAMMES } from "@/lib/policy/facts";
import type { ChannelDraft } from "./channel-draft";
import type { SectionProps } from "./section-props";

const withKnown = (list: readonly string[], value: string) => (list.includes(value) ? list : [value, ...list]);

/** What the store is: its plan and place, and where its parcels go by default (S1-14). */
export function FactsFields({ channel, choices, draft, set }: SectionProps) {
  const t = useTranslations("settings.facts");
  const { facts } = draft;
  const change = (part: Partial<ChannelDraft["facts"]>) => set({ facts: { ...facts, ...part } });
  const country = (code: string) => ({ country: code as ChannelDraft["facts"]["country"] });
  const isAmazon = channel.marketplace === "amazon";
  const fixed = channel.hasOrders ? { hint: t("fixed") } : {};
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <NamedField name="facts.name" className="md:col-span-2">
        <Input value={facts.name} onChange={(event) => change({ name: event.target.value })} />
      </NamedField>
      <NamedField name="facts.plan" hint={t(`planHints.${facts.plan}`)}>
        <Select
          value={facts.plan}
          onChange={({ target }) => change({ plan: PLANS.find((plan) => plan === target.value) ?? facts.plan })}
        >
          {PLANS.map((plan) => (
            <option key={plan} value={plan}>
              {t(`plans.${plan}`)}
            </option>
          ))}
        </Select>
      </NamedField>
      <NamedField name="facts.programme" {...(isAmazon && !channel.hasOrders ? { hint: t("amazonOnly") } : fixed)}>
        <Select
          value={facts.programme}
          disabled={channel.hasOrders || isAmazon}
          onChange={({ target }) =>
            change({ programme: PROGRAMMES.find((programme) => programme === target.value) ?? facts.programme })
          }
        >
          {PROGRAMMES.map((programme) => (
            <option key={programme} value={programme}>
              {t(`programmes.${programme}`)}
            </option>
          ))}
        </Select>
      </NamedField>
      {facts.programme === "seller_fulfilled" && (
        <Checkbox
          className="md:col-span-2"
          label={t("hasPrepaid")}
          hint={t("hasPrepaidHint")}
          checked={facts.hasPrepaid}
          onChange={({ target }) => change({ hasPrepaid: target.checked })}
        />
      )}
      <NamedField name="facts.country">
        <Select value={facts.country} onChange={({ target }) => change(country(target.value))}>
          {choices.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </NamedField>
      <NamedField name="facts.currency" {...fixed}>
        <Select
          value={facts.currency}
          disabled={channel.hasOrders}
          onChange={({ target }) => change({ currency: target.value })}
        >
          {withKnown(choices.currencies, facts.currency).map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </Select>
      </NamedField>
      <NamedField name="facts.timeZone" hint={t("timeZoneHint")} className="md:col-span-2">
        <Select value={facts.timeZone} onChange={({ target }) => change({ timeZone: target.value })}>
          {withKnown(choices.timeZones, facts.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </NamedField>
      <div className="md:col-span-2">
        <NamedField name="facts.defaultAddressId" hint={t("addressHint")}>
          <Select
            value={facts.defaultAddressId ?? ""}
            onChange={({ target }) => change({ defaultAddressId: target.value || null })}
          >
            <option value="">{t("noAddress")}</option>
            {choices.addresses.map((address) => (
              <option key={address.id} value={address.id}>
                {address.label ?? addressLines(address).join(", ")}
              </option>
            ))}
          </Select>
        </NamedField>
        <p className="mt-1 text-small">
          <Link href={paths.addresses} className="prose-link">
            {t("addresses")}
          </Link>
        </p>
      </div>
    </div>
  );
}
