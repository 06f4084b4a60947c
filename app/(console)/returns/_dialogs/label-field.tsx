import { useTranslations } from "next-intl";
import { FormRadios } from "@/components/form/form-radios";
import type { Typed } from "@/components/form/use-typed";
import { postageOf } from "@/lib/policy/judging/freight";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { LabelUpload } from "./label-upload";
import type { LoadedOptions } from "./load-options";
import { PaidLabelFields } from "./paid-label-fields";
import { wayOf } from "./way-of";

type LabelFieldProps = { options: LoadedOptions; form: Typed<AuthorizeForm>; error: string | undefined };

/** Which label the buyer gets (S1-12, P-01); what is not available says why. */
export function LabelField({ options, form, error }: LabelFieldProps) {
  const t = useTranslations("authorize.label");
  const words = useTranslations("policy");
  const { evaluation, channel } = options;
  const { values, set } = form;
  const { kind, payer, isBought } = wayOf(options, values);
  const whyNoPrepaid = evaluation.isPrepaidEligible
    ? null
    : !channel.hasPrepaid
      ? t("prepaidOff")
      : evaluation.isExempt
        ? t("prepaidExempt")
        : t("prepaidOutOfPolicy");
  return (
    <>
      <FormRadios
        name="label"
        value={values.label}
        onChoose={(label) => set({ label })}
        error={values.label === "own" ? undefined : error}
        choices={[
          {
            value: "policy",
            label: t("policy"),
            description: t("policyKind", { kind: evaluation.label.kind }),
          },
          { value: "unpaid", label: t("unpaid"), description: t("unpaidHint") },
          {
            value: "prepaid",
            label: t("prepaid"),
            description: whyNoPrepaid ?? t("prepaidHint"),
            isDisabled: whyNoPrepaid !== null,
          },
          { value: "own", label: t("own"), description: t("ownHint") },
        ]}
      />
      <p className="mt-2 text-small" role="status">
        <strong className="font-semibold">{t("short", { payer, marketplace: channel.marketplace })}</strong>{" "}
        {words(`postage.${postageOf(kind, payer)}`)}
      </p>
      {values.label === "own" && (
        <LabelUpload sellerId={options.sellerId} error={error} onStored={(labelFileId) => set({ labelFileId })} />
      )}
      {isBought && <PaidLabelFields currency={options.currency} marketplace={channel.marketplace} form={form} />}
    </>
  );
}
