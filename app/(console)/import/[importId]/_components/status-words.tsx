import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { mappedStatusOf } from "@/lib/imports/read/words/status-words";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { RETURN_STATUSES } from "@/lib/policy/imports/mapping";

/** The words of a status column that we do not know. */
export const unknownWords = (values: readonly string[]): string[] =>
  values.filter((word) => mappedStatusOf(word, {}) === null);

type Statuses = ColumnMapping["statuses"];
type StatusWordsProps = { words: readonly string[]; statuses: Statuses; onChange: (statuses: Statuses) => void };

/** What the words of a list's status column mean here. */
export function StatusWords({ words, statuses, onChange }: StatusWordsProps) {
  const t = useTranslations("mapping");
  const choose = (word: string, value: string) => {
    const { [word]: _, ...others } = statuses;
    const status = RETURN_STATUSES.find((one) => one === value);
    onChange(status ? { ...others, [word]: status } : others);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-small">{t("statuses")}</legend>
      <p className="text-small text-subtle">{t("statusesHint")}</p>
      <div className="grid gap-3 md:grid-cols-2">
        {words.map((word) => (
          <Field key={word} label={word === "" ? t("emptyCell") : word}>
            <Select value={statuses[word] ?? ""} onChange={(event) => choose(word, event.target.value)}>
              <option value="">{t("status.none")}</option>
              {RETURN_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {t(`status.${status}`)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
