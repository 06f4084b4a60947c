import { useLocale, useTranslations } from "next-intl";
import { FormCounted } from "@/components/form/form-problems";
import { SummaryRow } from "@/components/form/summary-row";
import type { Typed } from "@/components/form/use-typed";
import { addressLines } from "@/lib/kernel/address-lines";
import { languageName } from "@/lib/kernel/buyer-languages";
import { INSTRUCTIONS_AT_MOST } from "@/lib/policy/limits";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import { AddressField } from "./address-field";
import { LabelField } from "./label-field";
import type { LoadedOptions } from "./load-options";
import { RestField } from "./rest-field";
import { RmaField } from "./rma-field";
import { wayOf } from "./way-of";

type AuthorizeSummaryProps = { options: LoadedOptions; form: Typed<AuthorizeForm>; labelError: string | undefined };

/** What will be done in four lines (S1-07, S1-12, S1-15): number, address, label with who pays it, words to the buyer. */
export function AuthorizeSummary({ options, form, labelError }: AuthorizeSummaryProps) {
  const t = useTranslations("authorize");
  const addresses = useTranslations("addresses");
  const close = useTranslations("close");
  const reader = useLocale();
  const { values, set } = form;
  const isFree = options.channel.programme === "free_return";
  const { marketplace } = options.channel;
  const { kind, payer } = wayOf(options, values);
  const address = options.addresses.find(({ id }) => id === values.addressId);
  const asked = options.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const closed = values.rest?.units.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  const language = languageName(options.language, reader);
  return (
    <div className="rounded-card border border-line px-3.5 py-1">
      {asked > 1 && options.refusals.close === null && (
        <SummaryRow
          label={t("rest.label")}
          names={["rest"]}
          value={
            <span className="tabular-nums">
              {t("rest.units", { kept: asked - closed, asked, isAll: String(closed === 0) })}
            </span>
          }
        >
          <RestField options={options} form={form} />
        </SummaryRow>
      )}
      {isFree ? (
        <p className="border-line border-b py-2.5 text-muted">{addresses("warehouse")}</p>
      ) : (
        <>
          <SummaryRow
            label={t("rma.legend")}
            names={["rma"]}
            startsOpen={values.rmaChoice === "own"}
            value={<span className="identifier font-semibold">{options.generatedRma}</span>}
          >
            <RmaField returnId={options.id} generated={options.generatedRma} asksOwn={options.asksOwnRma} form={form} />
          </SummaryRow>
          <SummaryRow
            label={addresses("legend")}
            names={["addressId", "newAddress"]}
            startsOpen={!address}
            value={
              <span dir="auto">
                {address && addressLines(address).join(", ")}
                {options.ruledAddress && address?.id === options.ruledAddress.id && (
                  <span className="block text-small text-subtle">
                    {addresses("byRule", { rule: options.ruledAddress.rule })}
                  </span>
                )}
                {options.unaskedRule && (
                  <span className="block text-small text-subtle">{addresses("unasked", options.unaskedRule)}</span>
                )}
              </span>
            }
          >
            <AddressField
              addresses={options.addresses}
              defaultAddressId={options.channel.defaultAddressId}
              ruled={options.ruledAddress}
              unasked={options.unaskedRule}
              hasChannelDefaults={false}
              values={values}
              onChange={set}
            />
          </SummaryRow>
          <SummaryRow
            label={t("label.legend")}
            names={["label", "labelFileId", "labelCost", "labelCarrier", "labelTracking"]}
            value={
              <>
                <strong className="font-semibold">{t("label.short", { payer, marketplace })}</strong>
                <span className="block text-small text-subtle">{t("label.policyKind", { kind })}</span>
              </>
            }
          >
            <LabelField options={options} form={form} error={labelError} />
          </SummaryRow>
        </>
      )}
      <SummaryRow
        label={t("instructions.short")}
        names={["instructions"]}
        value={
          values.instructions.trim() === "" ? (
            <span className="text-muted">{t("instructions.none")}</span>
          ) : (
            <span dir="auto" lang={options.language} className="line-clamp-2 whitespace-pre-line">
              {values.instructions}
            </span>
          )
        }
      >
        <FormCounted
          name="instructions"
          rows={3}
          hint={isFree ? close("commentHint", { language }) : t("instructions.hint", { language })}
          limit={INSTRUCTIONS_AT_MOST}
          count={values.instructions.length}
          value={values.instructions}
          onChange={(event) => set({ instructions: event.target.value })}
          isOptional
        />
      </SummaryRow>
    </div>
  );
}
