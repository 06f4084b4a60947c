"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useReasonName } from "@/components/returns/reason-name";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addDays } from "@/lib/kernel/dates";
import { parseTypedMinor } from "@/lib/kernel/money";
import { type ChannelFacts, OUTBOUND_STATES, type ReturnFacts } from "@/lib/policy/judging/facts";
import type { ReasonFaults } from "@/lib/policy/judging/fault";
import { factsOfCase, readCase } from "@/lib/policy/judging/made-up-case";

type MadeUpProps = {
  channel: ChannelFacts & ReasonFaults;
  reasons: readonly string[];
  today: string;
  onCase: (facts: ReturnFacts | null) => void;
};

/** A case out of a few fields, judged again with every change; what cannot be read yet judges nothing. */
export function MadeUp({ channel, reasons, today, onCase }: MadeUpProps) {
  const t = useTranslations("tryIt");
  const reasonName = useReasonName();
  const form = useRef<HTMLFormElement>(null);
  const [isWrong, setIsWrong] = useState(false);

  const judge = () => {
    if (!form.current) return;
    const { price, ...fields } = Object.fromEntries(new FormData(form.current));
    const typed = typeof price === "string" ? price.trim() : "";
    const priceMinor = typed === "" ? null : parseTypedMinor(typed, channel.currency);
    const isUnread = typed !== "" && priceMinor === null;
    const made = isUnread ? null : readCase(fields, priceMinor);
    setIsWrong(made === null);
    onCase(made && factsOfCase(made, channel));
  };
  const begin = useRef(judge);
  useEffect(() => begin.current(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge();
  };
  return (
    <form ref={form} onSubmit={submit} onChange={judge} className="grid gap-3 md:grid-cols-3">
      <Field label={t("category")} isOptional>
        <Input name="category" autoComplete="off" />
      </Field>
      <Field label={t("sku")} isOptional>
        <Input name="sku" autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={`${t("price")} (${channel.currency})`} isOptional>
        <Input name="price" inputMode="decimal" autoComplete="off" />
      </Field>
      <Field label={t("quantity")}>
        <Input name="quantity" type="number" min={1} defaultValue={1} />
      </Field>
      <Field label={t("ordered")}>
        <Input name="ordered" type="number" min={1} defaultValue={1} />
      </Field>
      <Field label={t("reason")}>
        <Select name="reason" defaultValue={reasons.find((reason) => reason === "no_longer_needed")}>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {reasonName(reason)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("orderedOn")}>
        <Input name="orderedOn" type="date" defaultValue={addDays(today, -20)} />
      </Field>
      <Field label={t("deliveredOn")} hint={t("deliveredHint")} isOptional>
        <Input name="deliveredOn" type="date" defaultValue={addDays(today, -14)} />
      </Field>
      <Field label={t("requestedOn")}>
        <Input name="requestedOn" type="date" defaultValue={today} />
      </Field>
      <Field label={t("country")}>
        <Input name="country" defaultValue={channel.country} maxLength={2} className="uppercase" autoComplete="off" />
      </Field>
      <Field label={t("outbound")}>
        <Select name="outbound" defaultValue="">
          <option value="">{t("outboundState.unknown")}</option>
          {OUTBOUND_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`outboundState.${state}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex items-end">
        <Button type="submit">{t("load")}</Button>
      </div>
      {isWrong && <p className="text-danger text-small md:col-span-3">{t("wrong")}</p>}
    </form>
  );
}
