"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { removeDemo } from "./actions";

type DemoCardProps = { shopName: string; mayRemove: boolean; className?: string };

/** Says that what is seen here is made up, and lets the owner take it away. */
export function DemoCard({ shopName, mayRemove, className }: DemoCardProps) {
  const t = useTranslations("settings.demo");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t("title")} {...(className && { className })}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="min-w-0 flex-1 basis-64 text-muted">{t("body")}</p>
        {mayRemove && (
          <Button icon={<Trash2 aria-hidden size={15} />} onClick={() => setIsOpen(true)}>
            {t("open")}
          </Button>
        )}
      </div>
      {isOpen && <RemoveDialog shopName={shopName} onClose={() => setIsOpen(false)} />}
    </Card>
  );
}

function RemoveDialog({ shopName, onClose }: { shopName: string; onClose: () => void }) {
  const t = useTranslations("settings.demo");
  const [name, setName] = useState("");
  return (
    <FormDialog
      action={removeDemo}
      read={() => ok({ name })}
      onDone={(removed) => {
        notify({ title: t("done"), description: t("doneBody", removed), tone: "success" });
        onClose();
      }}
      onClose={onClose}
      size="sm"
      title={t("dialog")}
      description={t("warning")}
      submit={t("submit")}
      isDangerous
    >
      <Field label={t("field")} hint={t("confirm", { name: shopName })}>
        <Input value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
