import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { FileColumns } from "@/lib/policy/imports/mapping";
import { FIELDS_OF, type ImportKind, type MappedField, REQUIRED_FIELDS } from "@/lib/policy/imports/mapping";
import type { Columns } from "./chosen-columns";

const SHOWN_VALUES = 3;

type ColumnTableProps = {
  kind: ImportKind;
  found: FileColumns;
  columns: Columns;
  onChange: (columns: Columns) => void;
};

/** Each column of a file with some of its values, and beside it what it holds. */
export function ColumnTable({ kind, found, columns, onChange }: ColumnTableProps) {
  const t = useTranslations("mapping");
  const fields = FIELDS_OF[kind];
  const isField = (value: string): value is MappedField => fields.some((field) => field === value);
  const choose = (column: string, value: string) => {
    const { [column]: _, ...others } = columns;
    onChange(isField(value) ? { ...others, [column]: value } : others);
  };
  const label = (field: MappedField) =>
    REQUIRED_FIELDS[kind].includes(field) ? t("neededField", { field: t(`fields.${field}`) }) : t(`fields.${field}`);
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <div
        aria-hidden
        className="hidden grid-cols-[minmax(0,1fr)_16rem] gap-4 bg-sunken px-3 py-1.5 text-small text-subtle md:grid"
      >
        <span>{t("column")}</span>
        <span>{t("field")}</span>
      </div>
      <ul className="divide-y divide-line">
        {found.columns.map(({ name, values }) => (
          <li key={name} className="grid items-center gap-x-4 gap-y-1.5 px-3 py-2 md:grid-cols-[minmax(0,1fr)_16rem]">
            <div className="min-w-0">
              <p className="break-words font-medium" dir="auto">
                {name}
              </p>
              <p className="truncate text-small text-subtle" dir="auto">
                {values.length > 0 ? values.slice(0, SHOWN_VALUES).join(" · ") : "–"}
              </p>
            </div>
            <Field label={`${name}: ${t("field")}`} isLabelHidden>
              <Select value={columns[name] ?? ""} onChange={(event) => choose(name, event.target.value)}>
                <option value="">{t("notUsed")}</option>
                {fields.map((field) => (
                  <option key={field} value={field}>
                    {label(field)}
                  </option>
                ))}
              </Select>
            </Field>
          </li>
        ))}
      </ul>
    </div>
  );
}
