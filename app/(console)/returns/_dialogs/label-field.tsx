import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { postageOf } from "@/lib/policy/judging/freight";
import { payerOfWay } from "@/lib/policy/judging/payer-of-way";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { LabelUpload } from "./label-upload";
import { PaidLabelFields } from "./paid-label-fields";

type LabelFieldProps = { options: DecisionOptions; sellerId: string; error: string | undefined };

/** Which label the buyer gets (S1-12, P-01); what is not available says why. */
export function LabelField({ options, sellerId, error }: LabelFieldProps) {
  const t = useTranslations("authorize.label");
  const words = useTranslations("policy");
  const { register, control } = useFormContext<AuthorizeForm>();
  const chosen = useWatch({ control, name: "label" });
  const { evaluation, channel } = options;
  const isBought =
    chosen === "own" ||
    chosen === "prepaid" ||
    (chosen === "policy" && evaluation.isPrepaidEligible && evaluation.label.kind === "prepaid");
  const kind = chosen === "policy" ? evaluation.label.kind : chosen;
  const payer = payerOfWay(evaluation, useChosenCountry(options));
  const whyNoPrepaid = evaluation.isPrepaidEligible
    ? null
    : !channel.hasPrepaid
      ? t("prepaidOff")
      : evaluation.isExempt
        ? t("prepaidExempt")
        : t("prepaidOutOfPolicy");
  return (
    <div className="mb-5">
      <RadioGroup legend={t("legend")} error={chosen === "own" ? undefined : error}>
        <Radio
          {...register("label")}
          value="policy"
          label={t("policy")}
          description={t("policyKind", { kind: evaluation.label.kind })}
        />
        <Radio {...register("label")} value="unpaid" label={t("unpaid")} description={t("unpaidHint")} />
        <Radio
          {...register("label")}
          value="prepaid"
          label={t("prepaid")}
          description={whyNoPrepaid ?? t("prepaidHint")}
          disabled={whyNoPrepaid !== null}
        />
        <Radio {...register("label")} value="own" label={t("own")} description={t("ownHint")} />
      </RadioGroup>
      <p className="mt-2 text-small" role="status">
        <strong className="font-semibold">{t("payer", { payer, marketplace: channel.marketplace })}</strong>{" "}
        {words(`postage.${postageOf(kind, payer)}`)}
      </p>
      {chosen === "own" && <LabelUpload sellerId={sellerId} error={error} />}
      {isBought && <PaidLabelFields currency={options.currency} marketplace={channel.marketplace} />}
    </div>
  );
}

/** P-33: the country of the address that is chosen now; null while none is. */
function useChosenCountry({ addresses }: DecisionOptions): string | null {
  const { control } = useFormContext<AuthorizeForm>();
  const [addressId, typed] = useWatch({ control, name: ["addressId", "newAddress.country"] });
  if (addressId === "new") return typed === "" ? null : typed;
  return addresses.find(({ id }) => id === addressId)?.country ?? null;
}
