import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FormCounted } from "@/components/form/form-problems";
import { FormRadios } from "@/components/form/form-radios";
import type { Typed } from "@/components/form/use-typed";
import { Banner } from "@/components/ui/banner";
import { languageName } from "@/lib/kernel/buyer-languages";
import { INSTRUCTIONS_AT_MOST } from "@/lib/policy/limits";
import type { AuthorizeManyForm } from "@/lib/returns/authorize-form";
import { AddressField } from "./address-field";
import type { BulkOptions } from "./use-preflight";

type AuthorizeManyFieldsProps = { options: BulkOptions; form: Typed<AuthorizeManyForm> };

/** What all of them get alike. */
export function AuthorizeManyFields({ options, form }: AuthorizeManyFieldsProps) {
  const t = useTranslations("bulk");
  const format = useFormatter();
  const reader = useLocale();
  const { values, set } = form;
  const names = options.languages.map(({ language, count }) =>
    t("language", { language: languageName(language, reader), count }),
  );
  return (
    <>
      <div className="mb-5">
        <AddressField
          addresses={options.addresses}
          defaultAddressId={null}
          hasChannelDefaults
          values={values}
          onChange={set}
        />
      </div>
      <p className="font-medium text-small">{t("label")}</p>
      <p className="mb-5 text-muted">{t("labelText")}</p>
      {options.unaddressed > 0 && (
        <Banner tone="attention" className="mb-5">
          {t("unaddressed", { count: options.unaddressed })}
        </Banner>
      )}
      {names.length > 0 && (
        <p className="mb-5 text-muted">{t("languages", { list: format.list(names, { type: "conjunction" }) })}</p>
      )}
      <FormRadios
        name="hasOwnInstructions"
        className="mb-3"
        value={values.hasOwnInstructions ? "own" : "channel"}
        onChoose={(whose) => set({ hasOwnInstructions: whose === "own" })}
        choices={[
          { value: "channel", label: t("instructions.channel") },
          { value: "own", label: t("instructions.own") },
        ]}
      />
      {values.hasOwnInstructions && (
        <FormCounted
          name="instructions"
          rows={3}
          limit={INSTRUCTIONS_AT_MOST}
          count={values.instructions.length}
          value={values.instructions}
          onChange={(event) => set({ instructions: event.target.value })}
          isOptional
        />
      )}
    </>
  );
}
