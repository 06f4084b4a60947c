"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { newId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { VIEW_NAME_AT_MOST } from "@/lib/policy/limits";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { saveView } from "./actions";
import { queryOf, viewHref } from "./view-query";

/** Keeps the list as it stands under a new name. */
export function SaveViewDialog({ filter, onClose }: { filter: ReturnFilter; onClose: () => void }) {
  const t = useTranslations("views");
  const router = useRouter();
  const [id] = useState(newId);
  const read = (typed: FormData) => {
    const name = String(typed.get("name") ?? "").trim();
    if (name === "") return refuse({ code: "invalid" as const, fields: { name: ["too_small"] } });
    return ok({ id, name, query: queryOf(filter), isShared: typed.get("shared") !== null });
  };
  return (
    <FormDialog
      action={saveView}
      read={read}
      onDone={(_, view) => {
        notify({ title: t("saved", { name: view.name }), tone: "success" });
        onClose();
        router.push(viewHref(view));
      }}
      onClose={onClose}
      size="sm"
      title={t("saveTitle")}
      description={t("saveHint")}
      submit={t("saveAction")}
      labels={{ name: t("name") }}
      wordsOf={(name) => (name === "name" ? t("nameNeeded") : undefined)}
    >
      <div className="flex flex-col gap-4">
        <FormField name="name">
          <Input name="name" maxLength={VIEW_NAME_AT_MOST} autoComplete="off" />
        </FormField>
        <Checkbox name="shared" label={t("shared")} />
      </div>
    </FormDialog>
  );
}
