import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { CancelledOrder } from "@/components/returns/cancelled-order";
import { Banner } from "@/components/ui/banner";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { ErrorSummary } from "@/components/ui/error-summary";
import { languageName } from "@/lib/kernel/buyer-languages";
import { INSTRUCTIONS_AT_MOST } from "@/lib/policy/limits";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { AddressField } from "./address-field";
import { KeepItemBanner } from "./keep-item-banner";
import { LabelField } from "./label-field";
import type { LoadedOptions } from "./loaded-options";
import { OverrideField } from "./override-field";
import { RmaField } from "./rma-field";
import { useAuthorizeErrors } from "./use-authorize-errors";
import type { Problems } from "./use-problems";

type AuthorizeFieldsProps = {
  options: LoadedOptions;
  problems: Problems;
  onCloseInstead: (reason?: string) => void;
  onTellCost: () => void;
  /** What is being decided, between what is wrong and what is to be chosen. */
  children: ReactNode;
};

export function AuthorizeFields({ options, problems, onCloseInstead, onTellCost, children }: AuthorizeFieldsProps) {
  const t = useTranslations("authorize");
  const addresses = useTranslations("addresses");
  const message = useTranslations("message");
  const close = useTranslations("close");
  const errorText = useAuthorizeErrors();
  const reader = useLocale();
  const { register, control, formState } = useFormContext<AuthorizeForm>();
  const { errors } = formState;
  const instructions = useWatch({ control, name: "instructions" });
  return (
    <>
      <ErrorSummary key={problems.attempt} errors={problems.list} />
      {children}
      <CancelledOrder order={options} className="mb-5" />
      <KeepItemBanner
        evaluation={options.evaluation}
        marketplace={options.channel.marketplace}
        onKeep={options.refusals.close === null ? () => onCloseInstead("refund_without_return") : null}
        onTell={onTellCost}
        className="mb-5"
      />
      {options.evaluation.verdict !== "in_policy" && (
        <OverrideField
          {...register("overrideNote")}
          error={errors.overrideNote && errorText("overrideNote", "required")}
          onCloseInstead={() => onCloseInstead()}
        />
      )}
      {options.isKept && (
        <Banner tone="attention" title={message("noAddress.keptTitle")} className="mb-5">
          {message("noAddress.kept")}
        </Banner>
      )}
      {options.channel.programme === "free_return" ? (
        <p className="mb-5 text-muted">{addresses("warehouse")}</p>
      ) : (
        <>
          <RmaField
            returnId={options.id}
            generated={options.generatedRma}
            asksOwn={options.asksOwnRma}
            errorText={(code, rma) => errorText("rma", code, rma)}
          />
          <AddressField
            addresses={options.addresses}
            defaultAddressId={options.channel.defaultAddressId}
            ruled={options.ruledAddress}
            unasked={options.unaskedRule}
            hasChannelDefaults={false}
            error={errors.addressId && errorText("addressId", "required")}
          />
          <LabelField
            options={options}
            sellerId={options.sellerId}
            error={errors.labelFileId && errorText("labelFileId", "required")}
          />
        </>
      )}
      <CountedTextarea
        {...register("instructions")}
        rows={3}
        label={t("instructions.label")}
        hint={
          options.channel.programme === "free_return"
            ? close("commentHint", { language: languageName(options.language, reader) })
            : t("instructions.hint", { language: languageName(options.language, reader) })
        }
        error={errors.instructions && errorText("instructions", "too_long")}
        limit={INSTRUCTIONS_AT_MOST}
        count={instructions.length}
        isOptional
      />
    </>
  );
}
