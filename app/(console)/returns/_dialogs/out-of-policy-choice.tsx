import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { AuthorizeManyForm } from "@/lib/returns/authorize-form";

/** One choice for all that is not in policy (S1-05). */
export function OutOfPolicyChoice({ count, error }: { count: number; error: string | undefined }) {
  const t = useTranslations("bulk.choice");
  const { register, control } = useFormContext<AuthorizeManyForm>();
  const choice = useWatch({ control, name: "outOfPolicy" });
  return (
    <>
      <RadioGroup legend={t("legend")} isLegendHidden>
        <Radio {...register("outOfPolicy")} value="leave" label={t("leave")} description={t("leaveHint")} />
        <Radio
          {...register("outOfPolicy")}
          value="authorize"
          label={t("authorize")}
          description={t("authorizeHint", { count })}
        />
      </RadioGroup>
      {choice === "authorize" && (
        <Field label={t("note")} hint={t("noteHint")} error={error} isRequired className="mt-2">
          <Textarea {...register("overrideNote")} rows={2} dir="auto" />
        </Field>
      )}
    </>
  );
}
