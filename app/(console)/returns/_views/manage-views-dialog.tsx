"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { VIEW_NAME_AT_MOST } from "@/lib/policy/limits";
import type { SavedView } from "@/lib/returns/kept-views";
import { useViews } from "./use-views";

type ManageViewsDialogProps = { views: readonly SavedView[]; onClose: () => void };

/** One's own views: another name, shared or not, or gone. */
export function ManageViewsDialog({ views, onClose }: ManageViewsDialogProps) {
  const t = useTranslations("views");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("manageTitle")}
      footer={<Button onClick={onClose}>{common("close")}</Button>}
    >
      {views.length === 0 ? (
        <p className="text-muted">{t("noneOwn")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {views.map((view) => (
            <li key={view.id} className="py-3 first:pt-0 last:pb-0">
              <ViewForm view={view} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function ViewForm({ view }: { view: SavedView }) {
  const t = useTranslations("views");
  const { save, remove, isRunning } = useViews();
  const [name, setName] = useState(view.name);
  const [isShared, setShared] = useState(view.isShared);
  const [error, setError] = useState<string>();
  const isDirty = name.trim() !== view.name || isShared !== view.isShared;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = name.trim() === "" ? t("nameNeeded") : await save({ ...view, name: name.trim(), isShared });
    setError(refused ?? undefined);
  };
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Field label={t("nameOf", { name: view.name })} error={error} className="flex-1">
          <Input value={name} maxLength={VIEW_NAME_AT_MOST} onChange={(event) => setName(event.target.value)} />
        </Field>
        <IconButton
          label={t("delete", { name: view.name })}
          icon={<Trash2 aria-hidden size={16} />}
          onClick={() => remove(view)}
        />
      </div>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <Checkbox label={t("shared")} checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        {isDirty && (
          <Button type="submit" size="sm" variant="primary" isLoading={isRunning}>
            {t("saveChanges")}
          </Button>
        )}
      </div>
    </form>
  );
}
