"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ReasonKind, ShownReason } from "@/lib/policy/judging/own-reasons";
import { FAULTS } from "@/lib/policy/terms/term-choices";

type Choices = Pick<ShownReason, "isBuyerVisible" | "fault" | "needsComment" | "carriesRefund">;
type ReasonChoicesProps = {
  kind: ReasonKind;
  isBuiltIn: boolean;
  value: Choices;
  onChange: (change: Partial<Choices>) => void;
};

/** What follows from a reason: whose fault it is, what is asked for, who reads it. */
export function ReasonChoices({ kind, isBuiltIn, value, onChange }: ReasonChoicesProps) {
  const t = useTranslations("reasons");
  return (
    <>
      {kind === "return" && (
        <Field label={t("fault")} hint={t("faultHint")} className="max-w-72">
          <Select
            value={value.fault ?? ""}
            onChange={(event) => onChange({ fault: FAULTS.find((fault) => fault === event.target.value) ?? null })}
          >
            <option value="">{t("faultNone")}</option>
            {FAULTS.map((fault) => (
              <option key={fault} value={fault}>
                {t(`faults.${fault}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {kind === "close" && !isBuiltIn && (
        <>
          <Checkbox
            label={t("needsComment")}
            checked={value.needsComment}
            onChange={(event) => onChange({ needsComment: event.target.checked })}
          />
          <Checkbox
            label={t("carriesRefund")}
            hint={t("carriesRefundHint")}
            checked={value.carriesRefund}
            onChange={(event) => onChange({ carriesRefund: event.target.checked })}
          />
        </>
      )}
      {kind === "close" && (
        <Checkbox
          label={t("isBuyerVisible")}
          hint={t("visibleHint")}
          checked={value.isBuyerVisible}
          onChange={(event) => onChange({ isBuyerVisible: event.target.checked })}
        />
      )}
    </>
  );
}
