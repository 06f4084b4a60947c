import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/i18n/paths";
import { insightsHref } from "@/lib/insights/insights-href";
import { type InsightsView, PERIODS } from "@/lib/insights/insights-view";

type PeriodBarProps = { view: InsightsView; channels: readonly { id: string; name: string }[] };

/** Which days and which channel; it works as a plain form, and the address keeps it. */
export function PeriodBar({ view, channels }: PeriodBarProps) {
  const t = useTranslations("insights.period");
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3 max-md:flex-col max-md:items-stretch print:hidden">
      <nav aria-label={t("label")} className="flex min-h-9 items-center gap-2">
        {PERIODS.map((days) => (
          <ChipLink key={days} href={insightsHref({ ...view, days })} isActive={view.days === days}>
            {t("last", { days: Number(days) })}
          </ChipLink>
        ))}
      </nav>
      <Form
        key={insightsHref(view)}
        action={paths.insights}
        className="grid flex-1 grid-cols-2 items-end gap-3 md:flex md:flex-wrap"
      >
        <input type="hidden" name="by" value={view.by} />
        <Field label={t("from")}>
          <Input name="from" type="date" defaultValue={view.from} />
        </Field>
        <Field label={t("to")}>
          <Input name="to" type="date" defaultValue={view.to} />
        </Field>
        <Field label={t("channel")} className="md:min-w-44">
          <Select name="channel" defaultValue={view.channel ?? ""}>
            <option value="">{t("anyChannel")}</option>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">{t("apply")}</Button>
      </Form>
    </div>
  );
}
