"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { askBefore, leaveQuestion } from "@/components/ui/leave-guard";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/i18n/paths";
import type { EntryChannel } from "../load-new-return";

type FindOrderProps = { channels: readonly EntryChannel[]; channelId: string | null; number: string };

/** Looks an order up; the answer stands in the address, so that reloading and going back keep it. */
export function FindOrder({ channels, channelId, number }: FindOrderProps) {
  const t = useTranslations("newReturn");
  // Another order is another form: what was typed into this one would go with it.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (leaveQuestion() === null) return;
    event.preventDefault();
    const form = event.currentTarget;
    askBefore(() => form.requestSubmit());
  };
  return (
    <Card title={t("find")}>
      <Form action={paths.newReturn()} onSubmit={submit} className="grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]">
        <Field label={t("channel")}>
          <Select name="channel" defaultValue={channelId ?? channels[0]?.id}>
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("order")}>
          <Input name="order" defaultValue={number} required maxLength={60} autoComplete="off" spellCheck={false} />
        </Field>
        <Button type="submit" icon={<Search aria-hidden size={16} />}>
          {t("lookUp")}
        </Button>
      </Form>
    </Card>
  );
}
