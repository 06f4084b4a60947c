import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormCheckbox } from "@/components/form/form-checkbox";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SavedAddress } from "@/lib/channels/addresses";
import type { ChannelFactsForm } from "@/lib/channels/channel-facts-input";
import { addressLines } from "@/lib/kernel/address-lines";
import { PLANS, PROGRAMMES } from "@/lib/policy/judging/facts";
import { type PlaceChoices, PlaceFields } from "./place-fields";

export type StoreChoices = PlaceChoices & { addresses: readonly SavedAddress[] };

type StoreFieldsProps = {
  /** Before the names under which the fields are sent: "facts.". */
  prefix: string;
  facts: ChannelFactsForm;
  choices: StoreChoices;
  isAmazon: boolean;
  isNew?: boolean;
  /** Amounts and terms have a meaning already. */
  hasOrders?: boolean;
  onChange: (change: Partial<ChannelFactsForm>) => void;
  /** Under the address. */
  children?: ReactNode;
};

/** What a store is: its programme, plan and place, and where its parcels go by default (S1-14). */
export function StoreFields(props: StoreFieldsProps) {
  const { prefix, facts, choices, isAmazon, isNew = false, hasOrders = false, onChange, children } = props;
  const t = useTranslations("settings.facts");
  const fixed = hasOrders ? t("fixed") : undefined;
  const whyProgramme = fixed ?? (isAmazon ? t("amazonOnly") : undefined);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField name={`${prefix}name`} className="md:col-span-2" {...(isNew ? { hint: t("nameHint") } : {})}>
        <Input value={facts.name} autoComplete="off" onChange={(event) => onChange({ name: event.target.value })} />
      </FormField>
      <FormField name={`${prefix}programme`} {...(whyProgramme ? { hint: whyProgramme } : {})}>
        <Select
          value={facts.programme}
          disabled={whyProgramme !== undefined}
          onChange={({ target }) =>
            onChange({ programme: PROGRAMMES.find((each) => each === target.value) ?? facts.programme })
          }
        >
          {PROGRAMMES.map((programme) => (
            <option key={programme} value={programme}>
              {t(`programmes.${programme}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name={`${prefix}plan`} hint={t(`planHints.${facts.plan}`)}>
        <Select
          value={facts.plan}
          onChange={({ target }) => onChange({ plan: PLANS.find((each) => each === target.value) ?? facts.plan })}
        >
          {PLANS.map((plan) => (
            <option key={plan} value={plan}>
              {t(`plans.${plan}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {facts.programme === "seller_fulfilled" && (
        <FormCheckbox
          name={`${prefix}hasPrepaid`}
          className="md:col-span-2"
          label={t("hasPrepaid")}
          hint={t("hasPrepaidHint")}
          checked={facts.hasPrepaid}
          onChange={({ target }) => onChange({ hasPrepaid: target.checked })}
        />
      )}
      <PlaceFields
        prefix={prefix}
        place={facts}
        choices={choices}
        isNew={isNew}
        fixedCurrency={fixed}
        timeZoneHint={t("timeZoneHint")}
        onChange={onChange}
      />
      <div className="md:col-span-2">
        <FormField
          name={`${prefix}defaultAddressId`}
          hint={t(facts.programme === "free_return" ? "addressHintFree" : isNew ? "addressHintNew" : "addressHint")}
        >
          <Select
            value={facts.defaultAddressId ?? ""}
            onChange={({ target }) => onChange({ defaultAddressId: target.value || null })}
          >
            <option value="">{t("noAddress")}</option>
            {choices.addresses.map((address) => (
              <option key={address.id} value={address.id}>
                {address.label ?? addressLines(address).join(", ")}
              </option>
            ))}
          </Select>
        </FormField>
        {children}
      </div>
    </div>
  );
}
