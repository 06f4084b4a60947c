import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { FormRadios } from "@/components/form/form-radios";
import type { Typed } from "@/components/form/use-typed";
import { Textarea } from "@/components/ui/textarea";
import { type AuthorizeManyForm, takesOutOfPolicy } from "@/lib/returns/authorize-form";

/** One choice for all that is not in policy (S1-05). */
export function OutOfPolicyChoice({ count, form }: { count: number; form: Typed<AuthorizeManyForm> }) {
  const t = useTranslations("bulk.choice");
  const { values, set } = form;
  return (
    <>
      <FormRadios
        name="outOfPolicy"
        isLegendHidden
        value={values.outOfPolicy}
        onChoose={(outOfPolicy) => set({ outOfPolicy })}
        choices={[
          { value: "leave", label: t("leave"), description: t("leaveHint") },
          { value: "authorize", label: t("authorize"), description: t("authorizeHint", { count }) },
        ]}
      />
      {takesOutOfPolicy(values) && (
        <FormField name="overrideNote" hint={t("noteHint")} isRequired className="mt-2">
          <Textarea
            value={values.overrideNote}
            onChange={(event) => set({ overrideNote: event.target.value })}
            rows={2}
            dir="auto"
          />
        </FormField>
      )}
    </>
  );
}
