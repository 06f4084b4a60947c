import { useTranslations } from "next-intl";
import { useWrongField } from "@/components/form/form-problems";
import type { Typed } from "@/components/form/use-typed";
import { CancelledOrder } from "@/components/returns/cancelled-order";
import { Banner } from "@/components/ui/banner";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { AuthorizeSummary } from "./authorize-summary";
import type { OneProps } from "./dialog-target";
import { KeepItemBanner } from "./keep-item-banner";
import type { LoadedOptions } from "./load-options";
import { OverrideField } from "./override-field";
import { ReturnSummary } from "./return-summary";

type AuthorizeFieldsProps = {
  options: LoadedOptions;
  form: Typed<AuthorizeForm>;
  onInstead: OneProps["onInstead"];
};

/** What is being decided, what speaks against it, and what will be done. */
export function AuthorizeFields({ options, form, onInstead }: AuthorizeFieldsProps) {
  const message = useTranslations("message");
  return (
    <>
      <ReturnSummary options={options} />
      <CancelledOrder order={options} className="mb-5" />
      <KeepItemBanner
        evaluation={options.evaluation}
        marketplace={options.channel.marketplace}
        onKeep={options.refusals.close === null ? () => onInstead("close", "refund_without_return") : null}
        onTell={() => onInstead("message", "shipping_cost")}
        className="mb-5"
      />
      {form.values.mustOverride && (
        <OverrideField
          value={form.values.overrideNote}
          onChange={(overrideNote) => form.set({ overrideNote })}
          onCloseInstead={() => onInstead("close")}
        />
      )}
      {options.isKept && (
        <Banner tone="attention" title={message("noAddress.keptTitle")} className="mb-5">
          {message("noAddress.kept")}
        </Banner>
      )}
      <AuthorizeSummary options={options} form={form} labelError={useWrongField("labelFileId")} />
    </>
  );
}
