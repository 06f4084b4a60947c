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
import { TermsField } from "./terms-field";
import { type PartProps, reasonsIn } from "./typed-terms";

/** Until this many rows the table is short enough to be shown whole. */
const SHORT = 6;

/** P-07: whose fault it is where the table says nothing. */
export function FaultDefault({ typed, set }: PartProps) {
  const t = useTranslations("terms.fault");
  const path = "faultByReason.default";
  return (
    <TermsField path={path} label={t("default")} hint={t("defaultHint")} className="max-w-56">
      <FaultSelect value={typed[path]} onChange={(fault) => fault && set(path, fault)} />
    </TermsField>
  );
}

const TABLES = { fault: "faultByReason.reasons", freight: "freightByReason" } as const;

/** P-07, S4-11: whose fault each reason is, and who pays for the way back where that is somebody else. */
export function FaultTable({ typed, set, marketplace }: PartProps) {
  const t = useTranslations("terms.fault");
  const nameOf = useReasonName();
  const [isOpen, setIsOpen] = useState(false);
  const [code, setCode] = useState("");
  const who = typed["faultByReason.default"];
  const [faults, freights] = [typed[TABLES.fault], typed[TABLES.freight]];
  const causes = reasonsIn(typed).map((reason) => ({
    reason,
    fault: faults[reason] ?? "",
    freight: freights[reason] ?? "",
  }));
  const said = causes.filter(({ fault, freight }) => fault !== "" || freight !== "");
  const shown = isOpen || causes.length <= SHORT ? causes : said;
  const change = (table: (typeof TABLES)[keyof typeof TABLES], reason: string, to: Fault | "") =>
    set(table, { ...typed[table], [reason]: to });
  const add = () => {
    const reason = reasonName(code);
    if (reason === "") return;
    setCode("");
    setIsOpen(true);
    if (!causes.some((row) => row.reason === reason)) change(TABLES.fault, reason, who);
  };
  return (
    <>
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
                  path={`${TABLES.fault}.${reason}`}
                  label={t("faultOf", { reason: nameOf(reason) })}
                  isLabelHidden
                >
                  <FaultSelect
                    value={fault}
                    other={t("byDefault", { who: who, marketplace })}
                    onChange={(to) => change(TABLES.fault, reason, to)}
                  />
                </TermsField>
              </td>
              <td className="py-1.5 align-top">
                <TermsField
                  path={`${TABLES.freight}.${reason}`}
                  label={t("freightOf", { reason: nameOf(reason) })}
                  isLabelHidden
                >
                  <FaultSelect
                    value={freight}
                    other={t("asFault")}
                    onChange={(to) => change(TABLES.freight, reason, to)}
                  />
                </TermsField>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-end gap-2">
        {causes.length > SHORT && (
          <Button size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="me-auto">
            {isOpen ? t("fewer", { count: said.length }) : t("all", { count: causes.length })}
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
    </>
  );
}
