import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { SavedAddress } from "@/lib/channels/addresses";
import { addressLines } from "@/lib/kernel/address-lines";
import { AddressInputs } from "./address-inputs";
import type { AddressValues } from "./address-values";

type AddressFieldProps = {
  addresses: readonly SavedAddress[];
  /** Of the one channel concerned; null where there is none, or there are many. */
  defaultAddressId: string | null;
  /** The one that a rule of the channel chooses for this parcel (S1-14). */
  ruled?: { id: string; rule: string } | null;
  /** A rule that was not applied, because its price is in another currency. */
  unasked?: { rule: string; paidIn: string; rulesIn: string } | null;
  /** Offers each channel's own default, for many returns at once. */
  hasChannelDefaults: boolean;
  /** What is wrong with the choice itself, in words. */
  error: string | undefined;
};

/** Where parcels come back to: a saved address, or a new one that is then saved (S1-15). */
export function AddressField(props: AddressFieldProps) {
  const { addresses, defaultAddressId, ruled, unasked, hasChannelDefaults, error } = props;
  const t = useTranslations("addresses");
  const { register, control } = useFormContext<AddressValues>();
  const chosen = useWatch({ control, name: "addressId" });
  const isNewOnly = addresses.length === 0 && !hasChannelDefaults;
  return (
    <div className="mb-5">
      <RadioGroup
        legend={t("legend")}
        error={error}
        hint={isNewOnly ? t("none") : unasked ? t("unasked", unasked) : undefined}
      >
        {hasChannelDefaults && <Radio {...register("addressId")} value="default" label={t("channel")} />}
        {addresses.map((address) => (
          <Radio
            key={address.id}
            {...register("addressId")}
            value={address.id}
            label={
              <span dir="auto">
                {addressLines(address).join(", ")}{" "}
                {address.id === defaultAddressId && <Badge tone="neutral">{t("default")}</Badge>}{" "}
                {address.id === ruled?.id && <Badge tone="info">{t("byRule", { rule: ruled.rule })}</Badge>}
              </span>
            }
          />
        ))}
        <Radio {...register("addressId")} value="new" label={t("add")} description={t("addHint")} />
      </RadioGroup>
      {chosen === "new" && (
        <div className="mt-3">
          <AddressInputs />
        </div>
      )}
    </div>
  );
}
