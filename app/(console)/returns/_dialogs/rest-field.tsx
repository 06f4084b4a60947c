import { useTranslations } from "next-intl";
import { FormCounted, useFieldOf } from "@/components/form/form-problems";
import type { Typed } from "@/components/form/use-typed";
import { Input } from "@/components/ui/input";
import { shownText } from "@/lib/kernel/shown-text";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import type { AuthorizeForm, RestForm } from "@/lib/returns/authorize-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { closingFor } from "./close-fields";
import { CloseReasonField } from "./close-reason-field";

const NO_REST: RestForm = { units: [], reason: "", needsComment: true, comment: "" };

/** Which units come back; what does not is closed in the same act, with a reason and words to the buyer. */
export function RestField({ options, form }: { options: DecisionOptions; form: Typed<AuthorizeForm> }) {
  const t = useTranslations("authorize.rest");
  const { id, wrong } = useFieldOf("rest.units");
  const rest = form.values.rest ?? NO_REST;
  const closedOf = (lineId: string) => rest.units.find((unit) => unit.lineId === lineId)?.quantity ?? 0;
  const keep = (lineId: string, quantity: number, kept: number) => {
    const closed = Math.min(quantity, Math.max(0, quantity - kept));
    const others = rest.units.filter((unit) => unit.lineId !== lineId);
    const units = closed > 0 ? [...others, { lineId, quantity: closed }] : others;
    form.set({ rest: units.length > 0 ? { ...rest, units } : null });
  };
  const set = (some: Partial<RestForm>) => form.set({ rest: { ...rest, ...some } });
  const reasons = options.closeReasons.filter(({ carriesRefund }) => !carriesRefund);
  return (
    <fieldset id={id} className="min-w-0">
      <legend className="mb-1.5 font-medium text-small">{t("legend")}</legend>
      <ul className="mb-3 flex flex-col gap-2">
        {options.lines.map(({ id: lineId, title, sku, quantity }) => (
          <li key={lineId} className="flex items-center gap-3">
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={quantity}
              className="w-20! shrink-0 tabular-nums"
              aria-label={t("unitsOf", { name: title ?? sku ?? "" })}
              value={quantity - closedOf(lineId)}
              onChange={(event) => keep(lineId, quantity, Math.trunc(Number(event.target.value)))}
            />
            <span className="shrink-0 text-muted tabular-nums">{t("of", { quantity })}</span>
            <span className="min-w-0 truncate" dir="auto">
              {shownText(title ?? sku ?? "")}
            </span>
          </li>
        ))}
      </ul>
      {wrong && <p className="mb-3 text-danger text-small">{wrong}</p>}
      {form.values.rest && (
        <>
          <CloseReasonField
            name="rest.reason"
            reasons={reasons}
            chosen={rest.reason}
            onChoose={(chosen) => set(closingFor(options, chosen, rest))}
          />
          <FormCounted
            name="rest.comment"
            rows={4}
            lang={options.language}
            limit={COMMENT_AT_MOST}
            count={rest.comment.length}
            value={rest.comment}
            onChange={(event) => set({ comment: event.target.value })}
            isRequired={rest.needsComment}
            isOptional={!rest.needsComment}
          />
        </>
      )}
    </fieldset>
  );
}
