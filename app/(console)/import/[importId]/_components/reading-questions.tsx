import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { guessDateOrder, guessDecimal } from "@/lib/imports/guess-reading";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { DATE_ORDERS } from "@/lib/policy/imports/mapping";

type ReadingQuestionsProps = {
  dates: ReturnType<typeof guessDateOrder>;
  amounts: ReturnType<typeof guessDecimal>;
  onDates: (order: ColumnMapping["dateOrder"]) => void;
  onDecimal: (decimal: ColumnMapping["decimal"]) => void;
};

/** How dates and amounts are written, asked once for the whole file with its own values as examples. */
export function ReadingQuestions({ dates, amounts, onDates, onDecimal }: ReadingQuestionsProps) {
  const t = useTranslations("mapping");
  const values = (examples: readonly string[]) => ({ values: examples.join(" · ") });
  const dateHint = dates.isSure ? t("dateSure", values(dates.examples)) : t("dateExample", values(dates.examples));
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Field label={t("dates")} hint={dates.examples.length > 0 ? dateHint : t("dateNone")}>
        <Select
          value={dates.value}
          onChange={(event) => {
            const order = DATE_ORDERS.find((one) => one === event.target.value);
            if (order) onDates(order);
          }}
        >
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`dateOrder.${order}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t("decimals")}
        hint={amounts.examples.length > 0 ? t("decimalExample", values(amounts.examples)) : t("decimalNone")}
      >
        <Select value={amounts.value} onChange={(event) => onDecimal(event.target.value === "," ? "," : ".")}>
          <option value=".">{t("decimal.point")}</option>
          <option value=",">{t("decimal.comma")}</option>
        </Select>
      </Field>
    </div>
  );
}
