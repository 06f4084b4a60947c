import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { ActionRefusal } from "@/lib/action-answer";
import type { AuthorizeManyForm } from "@/lib/returns/authorize-form";
import { INSTRUCTIONS_AT_MOST } from "@/lib/returns/limits";
import { AddressField } from "./address-field";
import { CountedTextarea } from "./counted-textarea";
import { wrongFields } from "./form-errors";
import { OutOfPolicyChoice } from "./out-of-policy-choice";
import { useAuthorizeErrors } from "./use-authorize-errors";
import type { BulkOptions } from "./use-preflight";
import { useRefusal } from "./use-refusal";

type AuthorizeManyFieldsProps = {
  options: BulkOptions;
  refusal: ActionRefusal | null;
  /** The groups of the preflight, with the choice for what is not in policy inside. */
  children: (choice: ReactNode) => ReactNode;
};

export function AuthorizeManyFields({ options, refusal, children }: AuthorizeManyFieldsProps) {
  const t = useTranslations("bulk");
  const words = useRefusal();
  const errorText = useAuthorizeErrors();
  const { register, control, formState } = useFormContext<AuthorizeManyForm>();
  const { errors, submitCount } = formState;
  const [hasOwn, instructions] = useWatch({ control, name: ["hasOwnInstructions", "instructions"] });
  const textOf = (path: string, code: string) =>
    path === "overrideNote" && code === "required" ? t("errors.overrideNote") : errorText(path, code);
  return (
    <>
      <ErrorSummary
        key={submitCount}
        errors={[
          ...(refusal ? [{ message: words(refusal) }] : []),
          ...wrongFields(errors).map(({ path, code, fieldId }) => ({
            message: textOf(path, code),
            ...(fieldId ? { fieldId } : {}),
          })),
        ]}
      />
      {children(
        <OutOfPolicyChoice
          count={options.decide.count}
          error={errors.overrideNote && textOf("overrideNote", errors.overrideNote.message ?? "")}
        />,
      )}
      <AddressField
        addresses={options.addresses}
        defaultAddressId={null}
        buyerCountry={null}
        hasChannelDefaults
        error={errors.addressId && errorText("addressId", "required")}
      />
      <p className="font-medium text-small">{t("label")}</p>
      <p className="mb-5 text-muted">{t("labelText")}</p>
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
