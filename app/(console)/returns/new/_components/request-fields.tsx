"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

export function RequestFields({ today }: { today: string }) {
  const t = useTranslations("newReturn");
  return (
    <Card title={t("request")}>
      <div className="flex flex-col gap-4">
        <FormField name="requestedOn" className="md:max-w-56">
          <Input name="requestedOn" type="date" max={today} defaultValue={today} />
        </FormField>
        <FormField name="buyerComment" isOptional>
          <Textarea name="buyerComment" rows={3} />
        </FormField>
      </div>
    </Card>
  );
}
