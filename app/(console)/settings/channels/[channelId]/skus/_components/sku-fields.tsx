import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { EXEMPT_REASONS, SKU_AUTOMATIONS } from "@/lib/policy/terms/sku-rule";
import type { SkuDraft } from "./sku-draft";

type SkuFieldsProps = { draft: SkuDraft; isNew: boolean; onChange: (change: Partial<SkuDraft>) => void };

export function SkuFields({ draft, isNew, onChange }: SkuFieldsProps) {
  const t = useTranslations("skus");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField name="rule.sku" {...(isNew ? { hint: t("fields.skuHint") } : {})} className="md:col-span-2">
        <Input
          value={draft.sku}
          readOnly={!isNew}
          autoComplete="off"
          spellCheck={false}
          className="identifier"
          onChange={(event) => onChange({ sku: event.target.value })}
        />
      </FormField>
      <FormField name="rule.exemptReason" hint={t("fields.reasonHint")} className="md:col-span-2">
        <Select
          value={draft.exemptReason ?? ""}
          onChange={({ target }) =>
            onChange({ exemptReason: EXEMPT_REASONS.find((reason) => reason === target.value) ?? "" })
          }
        >
          <option value="">{t("notExempt")}</option>
          {EXEMPT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`reasons.${reason}`)}
            </option>
          ))}
        </Select>
      </FormField>
      {draft.exemptReason && (
        <>
          <FormField name="rule.exemptFrom" isOptional>
            <Input
              type="date"
              value={draft.exemptFrom}
              onChange={(event) => onChange({ exemptFrom: event.target.value })}
            />
          </FormField>
          <FormField name="rule.exemptUntil" isOptional>
            <Input
              type="date"
              value={draft.exemptUntil}
              onChange={(event) => onChange({ exemptUntil: event.target.value })}
            />
          </FormField>
        </>
      )}
      <FormField name="rule.automation" hint={t("fields.automationHint")} className="md:col-span-2">
        <Select
          value={draft.automation ?? ""}
          onChange={({ target }) =>
            onChange({ automation: SKU_AUTOMATIONS.find((automation) => automation === target.value) ?? "" })
          }
        >
          <option value="">{t("automation.channel")}</option>
          {SKU_AUTOMATIONS.map((automation) => (
            <option key={automation} value={automation}>
              {t(`automation.${automation}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </div>
  );
}
