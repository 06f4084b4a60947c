import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { Marketplace } from "@/components/returns/marketplace";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { useAuthorizeErrors } from "./use-authorize-errors";

type PaidLabelFieldsProps = { currency: string; marketplace: Marketplace };

/** P-01: what a label cost and the number it travels under; nobody has to know it yet. */
export function PaidLabelFields({ currency, marketplace }: PaidLabelFieldsProps) {
  const t = useTranslations("authorize.paidLabel");
  const errorText = useAuthorizeErrors();
  const { register, formState } = useFormContext<AuthorizeForm>();
  const errorOf = (name: "labelCost" | "labelCarrier" | "labelTracking") => {
    const error = formState.errors[name];
    return error && errorText(name, error.type);
  };
  return (
    <fieldset className="ms-6 mt-3">
      <legend className="font-medium text-small">{t("legend", { marketplace })}</legend>
      <p className="mb-2 text-small text-subtle">{t("hint", { marketplace })}</p>
      <div className="grid gap-3 sm:grid-cols-[7rem_1fr_1.6fr]">
        <Field label={t("cost", { currency })} error={errorOf("labelCost")}>
          <Input {...register("labelCost")} inputMode="decimal" autoComplete="off" className="tabular-nums" />
        </Field>
        <Field label={t("carrier", { marketplace })} error={errorOf("labelCarrier")}>
          <Input {...register("labelCarrier")} autoComplete="off" />
        </Field>
        <Field label={t("tracking", { marketplace })} error={errorOf("labelTracking")}>
          <Input {...register("labelTracking")} autoComplete="off" spellCheck={false} className="identifier" />
        </Field>
      </div>
    </fieldset>
  );
}
