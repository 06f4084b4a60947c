import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { addressLines } from "@/lib/address";
import { CHANNEL_MARKETPLACES, MARKETPLACE_KINDS, type NewChannel } from "@/lib/channels/new-channel-form";
import { COUNTRIES } from "@/lib/countries";
import { PLANS, PROGRAMMES } from "@/lib/policy/facts";
import type { NewChannelChoices } from "./new-channel-choices";

type NewChannelFieldsProps = {
  draft: NewChannel;
  choices: NewChannelChoices;
  onChange: (change: Partial<NewChannel>) => void;
};

export function NewChannelFields({ draft, choices, onChange }: NewChannelFieldsProps) {
  const t = useTranslations("settings");
  const facts = useTranslations("settings.facts");
  return (
    <div className="flex flex-col gap-4">
      <Card title={t("channel.marketplace")}>
        <RadioGroup legend={t("channel.marketplace")} isLegendHidden>
          {CHANNEL_MARKETPLACES.map((marketplace) => (
            <RadioCard
              key={marketplace}
              name="marketplace"
              checked={draft.marketplace === marketplace}
              onChange={() => onChange({ marketplace, programme: MARKETPLACE_KINDS[marketplace].programme })}
              label={t(`marketplaces.${marketplace}`)}
              description={t(`newChannel.hints.${marketplace}`)}
            />
          ))}
        </RadioGroup>
      </Card>
      <Card title={t("parts.facts")}>
        <div className="grid gap-4 md:grid-cols-2">
          <NamedField name="name" hint={t("newChannel.nameHint")} className="md:col-span-2">
            <Input value={draft.name} autoComplete="off" onChange={(event) => onChange({ name: event.target.value })} />
          </NamedField>
          <NamedField name="programme">
            <Select
              value={draft.programme}
              disabled={draft.marketplace === "amazon"}
              onChange={({ target }) =>
                onChange({ programme: PROGRAMMES.find((each) => each === target.value) ?? draft.programme })
              }
            >
              {PROGRAMMES.map((programme) => (
                <option key={programme} value={programme}>
                  {facts(`programmes.${programme}`)}
                </option>
              ))}
            </Select>
          </NamedField>
          <NamedField name="plan" hint={facts(`planHints.${draft.plan}`)}>
            <Select
              value={draft.plan}
              onChange={({ target }) => onChange({ plan: PLANS.find((each) => each === target.value) ?? draft.plan })}
            >
              {PLANS.map((plan) => (
                <option key={plan} value={plan}>
                  {facts(`plans.${plan}`)}
                </option>
              ))}
            </Select>
          </NamedField>
          {draft.programme === "seller_fulfilled" && (
            <Checkbox
              className="md:col-span-2"
              label={facts("hasPrepaid")}
              hint={facts("hasPrepaidHint")}
              checked={draft.hasPrepaid}
              onChange={({ target }) => onChange({ hasPrepaid: target.checked })}
            />
          )}
          <NamedField name="country">
            <Select
              value={draft.country}
              onChange={({ target }) => {
                const found = choices.countries.find(({ code }) => code === target.value);
                if (found) onChange({ country: found.code, ...COUNTRIES[found.code] });
              }}
            >
              {choices.countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </NamedField>
          <NamedField name="currency">
            <Select value={draft.currency} onChange={({ target }) => onChange({ currency: target.value })}>
              {choices.currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          </NamedField>
          <NamedField name="timeZone" hint={facts("timeZoneHint")} className="md:col-span-2">
            <Select value={draft.timeZone} onChange={({ target }) => onChange({ timeZone: target.value })}>
              {choices.timeZones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          </NamedField>
          <NamedField name="defaultAddressId" hint={facts("addressHint")} className="md:col-span-2">
            <Select
              value={draft.defaultAddressId ?? ""}
              onChange={({ target }) => onChange({ defaultAddressId: target.value || null })}
            >
              <option value="">{facts("noAddress")}</option>
              {choices.addresses.map((address) => (
                <option key={address.id} value={address.id}>
                  {address.label ?? addressLines(address).join(", ")}
                </option>
              ))}
            </Select>
          </NamedField>
        </div>
      </Card>
    </div>
  );
}
