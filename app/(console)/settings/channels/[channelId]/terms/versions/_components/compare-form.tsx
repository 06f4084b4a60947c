import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Two numbers of versions; the answer has an address of its own. */
export function CompareForm({ action, from, to }: { action: string; from: number; to: number }) {
  const t = useTranslations("terms.versions");
  const number = { inputMode: "numeric", pattern: "[0-9]+", required: true, autoComplete: "off" } as const;
  return (
    <form action={action} className="flex flex-wrap items-end gap-3" key={`${from}-${to}`}>
      <Field label={t("compareFrom")} className="w-28">
        <Input name="from" defaultValue={from} {...number} />
      </Field>
      <Field label={t("compareTo")} className="w-28">
        <Input name="to" defaultValue={to} {...number} />
      </Field>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
