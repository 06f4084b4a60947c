"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { formatMoney, minorToDecimal } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { asksForNote, DIFFERENCE_REASONS, reasonsFor } from "@/lib/policy/parcels/differences";
import { FAULTS } from "@/lib/policy/terms/term-choices";
import { problemRefusal } from "@/lib/refunds/problem-refusal";
import {
  type Drafted,
  type DraftRow,
  drafted as draftedBy,
  PRESETS,
  type RefundDraft,
} from "@/lib/refunds/refund-draft";
import type { RefundOffer } from "@/lib/refunds/refund-offer";

type RefundFieldsProps = {
  offer: RefundOffer;
  draft: RefundDraft;
  drafted: Drafted;
  marketplace: Marketplace;
  onChange: (some: Partial<RefundDraft>) => void;
};

/** Step 1: what goes back of each line, of the shipping and beside them, with the sum below. */
export function RefundFields({ offer, draft, drafted, marketplace, onChange }: RefundFieldsProps) {
  const t = useTranslations("refund");
  const faults = useTranslations("refund.faults");
  const locale = useLocale();
  const refusal = useRefusalWords();
  const { rows, quote, unread } = drafted;
  const { currency, order } = offer;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const shippingLeft = Math.max(0, (order.shippingMinor ?? 0) - order.shippingRefundedMinor);
  const shippingStep = quote.steps.find(({ kind }) => kind === "shipping");
  const label = quote.steps.find(({ kind }) => kind === "label");
  const [judged] = offer.lines.flatMap(({ fault }) => fault ?? []);
  const [problem] = quote.problems;
  const decimal = (amountMinor: number) => minorToDecimal({ amountMinor, currency });
  return (
    <div className="flex flex-col gap-4">
      {rows.length > 0 && (
        <Segmented
          label={t("presets")}
          value={draft.preset}
          onChange={(preset) => onChange({ preset, given: {}, shipping: null })}
          segments={PRESETS.map((preset) => {
            const { amountMinor } = draftedBy(offer, { ...draft, preset, given: {}, shipping: null }).quote;
            return { value: preset, label: t(`preset.${preset}`, { amount: money(amountMinor) }) };
          })}
        />
      )}
      {(rows.length > 0 || shippingLeft > 0) && (
        <table className="w-full text-small tabular-nums">
          <caption className="sr-only">{t("table")}</caption>
          <thead className="border-line border-b text-subtle">
            <tr>
              <th scope="col" className="py-1.5 text-start font-medium">
                {t("columns.item")}
              </th>
              <th scope="col" className="px-2 py-1.5 text-start font-medium max-md:hidden">
                {t("columns.received")}
              </th>
              <th scope="col" className="px-2 py-1.5 text-end font-medium max-md:hidden">
                {t("columns.price")}
              </th>
              <th scope="col" className="px-2 py-1.5 text-end font-medium max-md:hidden">
                {t("columns.deduction")}
              </th>
              <th scope="col" className="py-1.5 text-end font-medium">
                {t("columns.refund", { currency })}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <UnitsRow
                key={row.key}
                row={row}
                money={money}
                isWrong={unread.includes(row.key)}
                onChange={(text) => onChange({ given: { ...draft.given, [row.key]: text } })}
              />
            ))}
            {shippingLeft > 0 && (
              <tr>
                <th scope="row" className="py-2 text-start font-normal">
                  {t("shipping")}
                </th>
                <td className="max-md:hidden" />
                <td className="px-2 text-end max-md:hidden">{money(shippingLeft)}</td>
                <td className="max-md:hidden" />
                <td className="w-28 py-2">
                  <Input
                    aria-label={t("shipping")}
                    aria-invalid={unread.includes("shipping")}
                    inputMode="decimal"
                    className="text-end"
                    value={draft.shipping ?? decimal(shippingStep?.amountMinor ?? 0)}
                    onChange={({ target }) => onChange({ shipping: target.value })}
                  />
                </td>
              </tr>
            )}
            {label && (
              <tr>
                <th scope="row" className="py-2 text-start font-normal">
                  {t("label")}
                </th>
                <td className="max-md:hidden" />
                <td className="max-md:hidden" />
                <td className="max-md:hidden" />
                <td className="py-2 text-end">{money(label.amountMinor)}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {order.paidMinor === null && (
          <Field label={t("paid", { currency })} hint={t("paidHint")}>
            <Input inputMode="decimal" value={draft.paid} onChange={({ target }) => onChange({ paid: target.value })} />
          </Field>
        )}
        <Field label={t("concession", { currency })}>
          <Input
            inputMode="decimal"
            aria-invalid={unread.includes("concession")}
            value={draft.concession}
            onChange={({ target }) => onChange({ concession: target.value })}
          />
        </Field>
        {judged && (
          <Field label={t("fault")}>
            <Select
              value={draft.fault ?? judged}
              onChange={({ target }) => onChange({ fault: FAULTS.find((fault) => fault === target.value) ?? null })}
            >
              {FAULTS.map((fault) => (
                <option key={fault} value={fault}>
                  {fault === judged ? t("byReason", { fault: faults(fault) }) : faults(fault)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {draft.fault !== null && draft.fault !== judged && (
          <Field label={t("faultNote")}>
            <Input value={draft.faultNote} onChange={({ target }) => onChange({ faultNote: target.value })} />
          </Field>
        )}
      </div>
      {rows.length > 0 && offer.differences.length > 0 && <WhyFields offer={offer} draft={draft} onChange={onChange} />}
      <Field label={t("note")}>
        <Textarea rows={2} value={draft.note} onChange={({ target }) => onChange({ note: target.value })} />
      </Field>
      {offer.outsideMinor > 0 && (
        <Checkbox
          label={t("confirm", { marketplace, amount: money(offer.outsideMinor) })}
          checked={draft.confirmsReported}
          onChange={({ target }) => onChange({ confirmsReported: target.checked })}
        />
      )}
      <div className="flex items-baseline justify-between gap-4 border-line border-t pt-3">
        <p className="text-muted text-small" aria-live="polite">
          {problem
            ? refusal(problemRefusal(problem, currency))
            : quote.leftMinor !== null && t("left", { left: money(quote.leftMinor) })}
        </p>
        <p className="whitespace-nowrap font-semibold text-title tabular-nums">{money(quote.amountMinor)}</p>
      </div>
    </div>
  );
}

/** P-11: what was corrected after somebody had said why is asked about once more. */
function WhyFields({ offer, draft, onChange }: Pick<RefundFieldsProps, "offer" | "draft" | "onChange">) {
  const t = useTranslations("receive.why");
  const reasons = useTranslations("receiving.why");
  const choose = useTranslations("refund")("choose");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field
        label={t("title", { what: offer.differences.map((difference) => t(`difference.${difference}`)).join(", ") })}
      >
        <Select
          value={draft.why ?? ""}
          onChange={({ target }) => onChange({ why: DIFFERENCE_REASONS.find((key) => key === target.value) ?? null })}
        >
          <option value="">{choose}</option>
          {reasonsFor(offer.differences).map((key) => (
            <option key={key} value={key}>
              {reasons(key)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.why && asksForNote(draft.why) && (
        <Field label={t("note")}>
          <Input
            maxLength={NOTE_AT_MOST}
            value={draft.whyNote}
            onChange={({ target }) => onChange({ whyNote: target.value })}
          />
        </Field>
      )}
    </div>
  );
}

type UnitsRowProps = {
  row: DraftRow;
  money: (amountMinor: number) => string;
  isWrong: boolean;
  onChange: (text: string) => void;
};

function UnitsRow({ row: { line, units, priceMinor, text, givenMinor }, money, isWrong, onChange }: UnitsRowProps) {
  const t = useTranslations("refund");
  const condition = useTranslations("receiving.condition");
  const name = shownText(line.name ?? line.sku ?? t("item"));
  const state = units.condition === null ? t("notReceived") : condition(units.condition);
  const kept = priceMinor === null || givenMinor === null ? null : priceMinor - givenMinor;
  return (
    <tr>
      <th scope="row" className="min-w-0 py-2 text-start font-normal">
        <span className="font-medium" dir="auto">
          {name}
        </span>
        <span className="block text-subtle">
          {units.quantity > 1 && `${units.quantity} × `}
          {line.sku}
        </span>
        <span className="block text-muted md:hidden">{state}</span>
      </th>
      <td className="px-2 py-2 align-top max-md:hidden">
        {t("cameOf", { received: units.condition === null ? 0 : units.quantity, requested: line.requested })}
        <span className="block text-subtle">{state}</span>
      </td>
      <td className="px-2 py-2 text-end align-top max-md:hidden">{priceMinor === null ? "–" : money(priceMinor)}</td>
      <td className="px-2 py-2 text-end align-top max-md:hidden">{kept ? money(-kept) : "–"}</td>
      <td className="w-28 py-2 align-top">
        <Input
          aria-label={t("refundOf", { item: name, state })}
          aria-invalid={isWrong}
          inputMode="decimal"
          className="text-end"
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      </td>
    </tr>
  );
}
