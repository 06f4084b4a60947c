"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { newId } from "@/lib/kernel/ids";
import { VIEW_NAME_AT_MOST } from "@/lib/policy/limits";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { useViews } from "./use-views";
import { queryOf, viewHref } from "./view-query";

/** Keeps the list as it stands under a new name. */
export function SaveViewDialog({ filter, onClose }: { filter: ReturnFilter; onClose: () => void }) {
  const t = useTranslations("views");
  const common = useTranslations("common");
  const router = useRouter();
  const { save, isRunning } = useViews();
  const [error, setError] = useState<string>();
  const submit = async (data: FormData) => {
    const name = String(data.get("name") ?? "").trim();
    if (name === "") {
      setError(t("nameNeeded"));
      return;
    }
    const view = { id: newId(), name, query: queryOf(filter), isShared: data.get("shared") !== null };
    const refused = await save(view);
    if (refused !== null) {
      setError(refused);
      return;
    }
    onClose();
    router.push(viewHref(view));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={t("saveTitle")}
      description={t("saveHint")}
      onSubmit={onSubmit}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("saveAction")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("name")} error={error}>
          <Input name="name" maxLength={VIEW_NAME_AT_MOST} autoComplete="off" />
        </Field>
        <Checkbox name="shared" label={t("shared")} />
      </div>
    </Dialog>
  );
}
