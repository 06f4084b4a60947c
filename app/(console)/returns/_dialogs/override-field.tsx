import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

type OverrideFieldProps = { value: string; onChange: (note: string) => void; onCloseInstead: () => void };

/** Out of policy: somebody who saw that says why they go on, or closes the request instead (S1-05). */
export function OverrideField({ value, onChange, onCloseInstead }: OverrideFieldProps) {
  const t = useTranslations("authorize.override");
  return (
    <div className="mb-5">
      <Banner
        tone="warning"
        title={t("title")}
        actions={
          <Button size="sm" onClick={onCloseInstead}>
            {t("closeInstead")}
          </Button>
        }
        className="mb-3"
      />
      <FormField name="overrideNote" hint={t("hint")} isRequired>
        <Textarea value={value} onChange={(event) => onChange(event.target.value)} rows={2} dir="auto" />
      </FormField>
    </div>
  );
}
