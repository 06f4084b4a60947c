"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReasonName } from "@/components/returns/reason-name";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { reasonName } from "@/lib/policy/judging/fault";
import type { Fault } from "@/lib/policy/terms/term-choices";
import { FaultSelect } from "./fault-select";
import type { PartProps } from "./part-props";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";

/** Until this many rows the table is short enough to be shown whole. */
const SHORT = 6;

/** P-07, S4-11: whose fault each reason is, and who pays for the way back where that is somebody else. */
export function FaultSection({ typed, set, floor, marketplace }: PartProps) {
  const t = useTranslations("terms.fault");
  const nameOf = useReasonName();
  const [isOpen, setIsOpen] = useState(false);
  const [code, setCode] = useState("");
  const said = typed.causes.filter(({ fault, freight }) => fault !== "" || freight !== "");
  const shown = isOpen || typed.causes.length <= SHORT ? typed.causes : said;
  const owed = floor?.neverBuyersFault ?? [];
  const change = (reason: string, to: { fault: Fault | "" } | { freight: Fault | "" }) =>
    set({ causes: typed.causes.map((row) => (row.reason === reason ? { ...row, ...to } : row)) });
  const add = () => {
    const reason = reasonName(code);
    if (reason === "") return;
    setCode("");
    setIsOpen(true);
    if (!typed.causes.some((row) => row.reason === reason))
      set({ causes: [...typed.causes, { reason, fault: typed.faultDefault, freight: "" }] });
  };
  return (
    <TermsSection
      name="fault"
      title={t("title")}
      about={t("about")}
      floor={
        owed.length > 0 && t("floor", { marketplace, reasons: owed.map((reason) => nameOf(reason)).join(t("comma")) })
      }
    >
      <TermsField path="faultByReason.default" label={t("default")} hint={t("defaultHint")} className="max-w-56">
        <FaultSelect value={typed.faultDefault} onChange={(faultDefault) => faultDefault && set({ faultDefault })} />
      </TermsField>
      <table className="w-full text-start max-md:block">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="text-small text-subtle max-md:sr-only">
          <tr>
            <th scope="col" className="pb-1 text-start font-medium">
              {t("reason")}
            </th>
            <th scope="col" className="w-44 pb-1 text-start font-medium">
              {t("fault")}
            </th>
            <th scope="col" className="w-44 pb-1 text-start font-medium">
              {t("freight")}
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shown.map(({ reason, fault, freight }) => (
            <tr key={reason} className="border-line border-t max-md:grid max-md:grid-cols-2 max-md:gap-x-2 max-md:py-2">
              <th scope="row" className="py-1.5 pe-2 text-start align-top font-normal max-md:col-span-2">
                <span className="inline-block break-words md:pt-2">{nameOf(reason)}</span>
              </th>
              <td className="py-1.5 pe-2 align-top">
                <TermsField
                  path={`faultByReason.reasons.${reason}`}
                  label={t("faultOf", { reason: nameOf(reason) })}
                  isLabelHidden
                >
                  <FaultSelect
                    value={fault}
                    other={t("byDefault", { who: typed.faultDefault, marketplace })}
                    onChange={(to) => change(reason, { fault: to })}
                  />
                </TermsField>
              </td>
              <td className="py-1.5 align-top">
                <TermsField
                  path={`freightByReason.${reason}`}
                  label={t("freightOf", { reason: nameOf(reason) })}
                  isLabelHidden
                >
                  <FaultSelect
                    value={freight}
                    other={t("asFault")}
                    onChange={(to) => change(reason, { freight: to })}
                  />
                </TermsField>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-end gap-2">
        {typed.causes.length > SHORT && (
          <Button size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="me-auto">
            {isOpen ? t("fewer", { count: said.length }) : t("all", { count: typed.causes.length })}
          </Button>
        )}
        <Field label={t("code")} hint={t("codeHint")} className="w-64 max-w-full">
          <span className="flex gap-2">
            <Input value={code} maxLength={200} onChange={(event) => setCode(event.target.value)} />
            <Button icon={<Plus aria-hidden size={15} />} className="shrink-0 whitespace-nowrap" onClick={add}>
              {t("add")}
            </Button>
          </span>
        </Field>
      </div>
    </TermsSection>
  );
}
