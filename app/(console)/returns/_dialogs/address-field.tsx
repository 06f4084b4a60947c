import { useTranslations } from "next-intl";
import { FormRadios } from "@/components/form/form-radios";
import { Badge } from "@/components/ui/badge";
import type { SavedAddress } from "@/lib/channels/addresses";
import { addressLines } from "@/lib/kernel/address-lines";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { AddressInputs } from "./address-inputs";

/** The part of both authorize dialogs that says where parcels go. */
export type AddressValues = Pick<AuthorizeForm, "addressId" | "newAddress">;

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
  values: AddressValues;
  onChange: (some: Partial<AddressValues>) => void;
};

/** Where parcels come back to: a saved address, or a new one that is then saved (S1-15). */
export function AddressField(props: AddressFieldProps) {
  const { addresses, defaultAddressId, ruled, unasked, hasChannelDefaults, values, onChange } = props;
  const t = useTranslations("addresses");
  const isNewOnly = addresses.length === 0 && !hasChannelDefaults;
  return (
    <>
      <FormRadios
        name="addressId"
        value={values.addressId}
        onChoose={(addressId) => onChange({ addressId })}
        hint={isNewOnly ? t("none") : unasked ? t("unasked", unasked) : undefined}
        choices={[
          ...(hasChannelDefaults ? [{ value: "default", label: t("channel") }] : []),
          ...addresses.map((address) => ({
            value: address.id,
            label: (
              <span dir="auto">
                {addressLines(address).join(", ")}{" "}
                {address.id === defaultAddressId && <Badge tone="neutral">{t("default")}</Badge>}{" "}
                {address.id === ruled?.id && <Badge tone="info">{t("byRule", { rule: ruled.rule })}</Badge>}
              </span>
            ),
          })),
          { value: "new", label: t("add"), description: t("addHint") },
        ]}
      />
      {values.addressId === "new" && (
        <div className="mt-3">
          <AddressInputs address={values.newAddress} onChange={(newAddress) => onChange({ newAddress })} />
        </div>
      )}
    </>
  );
}
