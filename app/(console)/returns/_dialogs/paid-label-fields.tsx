import { useTranslations } from "next-intl";
import { useWrongField } from "@/components/form/form-problems";
import type { Typed } from "@/components/form/use-typed";
import type { Marketplace } from "@/components/returns/marketplace";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";

type PaidLabelFieldsProps = { currency: string; marketplace: Marketplace; form: Typed<AuthorizeForm> };

/** P-01: what a label cost and the number it travels under; nobody has to know it yet. */
export function PaidLabelFields({ currency, marketplace, form }: PaidLabelFieldsProps) {
  const t = useTranslations("authorize.paidLabel");
  const typed = (name: "labelCost" | "labelCarrier" | "labelTracking") => ({
    value: form.values[name],
    onChange: (event: { target: { value: string } }) => form.set({ [name]: event.target.value }),
  });
  return (
    <fieldset className="ms-6 mt-3">
      <legend className="font-medium text-small">{t("legend", { marketplace })}</legend>
      <p className="mb-2 text-small text-subtle">{t("hint", { marketplace })}</p>
      <div className="grid gap-3 sm:grid-cols-[7rem_1fr_1.6fr]">
        <Field label={t("cost", { currency })} error={useWrongField("labelCost")}>
          <Input {...typed("labelCost")} inputMode="decimal" autoComplete="off" className="tabular-nums" />
        </Field>
        <Field label={t("carrier", { marketplace })} error={useWrongField("labelCarrier")}>
          <Input {...typed("labelCarrier")} autoComplete="off" />
        </Field>
        <Field label={t("tracking", { marketplace })} error={useWrongField("labelTracking")}>
          <Input {...typed("labelTracking")} autoComplete="off" spellCheck={false} className="identifier" />
        </Field>
      </div>
    </fieldset>
  );
}
