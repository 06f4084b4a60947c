import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { pollAnswer, refusalIn } from "@/components/fetch-answer";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";

type RmaFieldProps = {
  returnId: string;
  generated: string;
  /** The channel asks for the seller's own number first. */
  asksOwn: boolean;
  errorText: (code: string, rma: string) => string;
};

/** The RMA number: generated, or the seller's own, which is checked as soon as the field is left (S1-07). */
export function RmaField({ returnId, generated, asksOwn, errorText }: RmaFieldProps) {
  const t = useTranslations("authorize.rma");
  const queries = useQueryClient();
  const { register, control, setError, clearErrors, getValues, formState } = useFormContext<AuthorizeForm>();
  const choice = useWatch({ control, name: "rmaChoice" });
  const [free, setFree] = useState<string>();
  const error = formState.errors.rma;

  const check = async () => {
    const typed = getValues("rma");
    if (typed.trim() === "") return;
    const url = `/api/returns/${returnId}/rma?${new URLSearchParams({ rma: typed })}`;
    try {
      const rma = await queries.fetchQuery({
        queryKey: ["rma", typed],
        queryFn: () => pollAnswer<string>(url),
        staleTime: 0,
      });
      if (getValues("rma") !== typed) return;
      clearErrors("rma");
      setFree(rma);
    } catch (failure) {
      const { code } = refusalIn(failure);
      // Not being able to ask is no mistake of the person's; submitting asks again.
      if (code.startsWith("rma_") && getValues("rma") === typed) setError("rma", { type: code, message: code });
    }
  };

  const made = (
    <Radio
      key="generated"
      {...register("rmaChoice")}
      value="generated"
      label={
        <>
          {t("generated")} <span className="identifier ms-1 font-semibold">{generated}</span>
        </>
      }
    />
  );
  const own = <Radio key="own" {...register("rmaChoice")} value="own" label={t("own")} />;
  return (
    <div className="mb-5">
      <RadioGroup legend={t("legend")}>{asksOwn ? [own, made] : [made, own]}</RadioGroup>
      {choice === "own" && (
        <Field
          className="ms-6 mt-2 max-w-sm"
          label={t("field")}
          hint={free === undefined || error ? t("hint") : t("free", { rma: free })}
          error={error && errorText(error.message ?? "", getValues("rma"))}
          isRequired
        >
          <Input
            {...register("rma", { onBlur: () => void check(), onChange: () => setFree(undefined) })}
            autoComplete="off"
            spellCheck={false}
            className="identifier"
          />
        </Field>
      )}
    </div>
  );
}
