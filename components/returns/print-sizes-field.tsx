import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LABEL_SIZES, type LabelSize, type PrintSizes, SLIP_SIZES, type SlipSize } from "@/lib/policy/labels/sizes";

type PrintSizesFieldProps = {
  /** One that is missing is the usual one of each channel's country. */
  sizes: Partial<PrintSizes>;
  onChange: (sizes: Partial<PrintSizes>) => void;
  hasLabel?: boolean;
  hasSlip?: boolean;
};

/** On which paper labels and slips are printed. */
export function PrintSizesField({ sizes, onChange, hasLabel = true, hasSlip = true }: PrintSizesFieldProps) {
  const t = useTranslations("print");
  return (
    <div className="grid grid-cols-2 gap-3">
      {hasLabel && (
        <SizeField
          label={t("labelSize")}
          sizes={LABEL_SIZES}
          chosen={sizes.labelSize}
          onChange={(labelSize) => onChange({ labelSize })}
        />
      )}
      {hasSlip && (
        <SizeField
          label={t("slipSize")}
          sizes={SLIP_SIZES}
          chosen={sizes.slipSize}
          onChange={(slipSize) => onChange({ slipSize })}
        />
      )}
    </div>
  );
}

type SizeFieldProps<Size> = {
  label: string;
  sizes: readonly Size[];
  chosen: Size | undefined;
  onChange: (size: Size) => void;
};

function SizeField<Size extends LabelSize | SlipSize>({ label, sizes, chosen, onChange }: SizeFieldProps<Size>) {
  const t = useTranslations("print");
  const nameOf = (size: LabelSize | SlipSize) => t(`size.${size}`);
  return (
    <Field label={label}>
      <Select
        value={chosen ?? ""}
        onChange={({ target }) => {
          const size = sizes.find((known) => known === target.value);
          if (size) onChange(size);
        }}
      >
        {chosen === undefined && <option value="">{t("byCountry")}</option>}
        {sizes.map((size) => (
          <option key={size} value={size}>
            {nameOf(size)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
