import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { languageName } from "@/lib/kernel/buyer-languages";
import { INSTRUCTIONS_AT_MOST } from "@/lib/policy/limits";
import type { AuthorizeManyForm } from "@/lib/returns/authorize-form";
import { AddressField } from "./address-field";
import { OutOfPolicyChoice } from "./out-of-policy-choice";
import { useBulkErrors } from "./use-authorize-errors";
import type { BulkOptions } from "./use-preflight";
import type { Problems } from "./use-problems";

type AuthorizeManyFieldsProps = {
  options: BulkOptions;
  problems: Problems;
  /** The groups of the preflight, with the choice for what is not in policy inside. */
  children: (choice: ReactNode) => ReactNode;
};

export function AuthorizeManyFields({ options, problems, children }: AuthorizeManyFieldsProps) {
  const errorText = useBulkErrors();
  const { errors } = useFormContext<AuthorizeManyForm>().formState;
  return (
    <>
      <ErrorSummary key={problems.attempt} errors={problems.list} />
      {children(
        <OutOfPolicyChoice
          count={options.decide.count}
          error={errors.overrideNote && errorText("overrideNote", errors.overrideNote.message ?? "")}
        />,
      )}
      {options.ready.count + options.decide.count > 0 && <SharedOptions options={options} />}
    </>
  );
}

/** What all of them get alike. */
function SharedOptions({ options }: { options: BulkOptions }) {
  const t = useTranslations("bulk");
  const format = useFormatter();
  const errorText = useBulkErrors();
  const { register, control, formState } = useFormContext<AuthorizeManyForm>();
  const { errors } = formState;
  const reader = useLocale();
  const names = options.languages.map(({ language, count }) =>
    t("language", { language: languageName(language, reader), count }),
  );
  const [hasOwn, instructions] = useWatch({ control, name: ["hasOwnInstructions", "instructions"] });
  return (
    <>
      <AddressField
        addresses={options.addresses}
        defaultAddressId={null}
        hasChannelDefaults
        error={errors.addressId && errorText("addressId", "required")}
      />
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
      <Controller
        control={control}
        name="hasOwnInstructions"
        render={({ field }) => (
          <RadioGroup legend={t("instructions.legend")} className="mb-3">
            {[false, true].map((isOwn) => (
              <Radio
                key={String(isOwn)}
                name={field.name}
                checked={field.value === isOwn}
                onChange={() => field.onChange(isOwn)}
                label={t(isOwn ? "instructions.own" : "instructions.channel")}
              />
            ))}
          </RadioGroup>
        )}
      />
      {hasOwn && (
        <CountedTextarea
          {...register("instructions")}
          rows={3}
          label={t("instructions.legend")}
          error={errors.instructions && errorText("instructions", "too_long")}
          limit={INSTRUCTIONS_AT_MOST}
          count={instructions.length}
          isOptional
        />
      )}
    </>
  );
}
