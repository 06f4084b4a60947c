import { useTranslations } from "next-intl";
import type { ComponentPropsWithRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type OverrideFieldProps = ComponentPropsWithRef<"textarea"> & { error: string | undefined; onCloseInstead: () => void };

/** Out of policy: somebody who saw that says why they go on, or closes the request instead (S1-05). */
export function OverrideField({ error, onCloseInstead, ...rest }: OverrideFieldProps) {
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
      <Field label={t("note")} hint={t("hint")} error={error} isRequired>
        <Textarea {...rest} rows={2} dir="auto" />
      </Field>
    </div>
  );
}
