"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
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
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(removeDemo);
  const [name, setName] = useState("");
  const [refused, setRefused] = useState<string>();
  const submit = async () => {
    const answer = await run({ name });
    if (!answer.ok) return setRefused(refusalText(answer.refusal));
    notify({ title: t("done"), description: t("doneBody", answer.value), tone: "success" });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      size="sm"
      title={t("dialog")}
      description={t("warning")}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="danger" isLoading={isRunning}>
            {t("submit")}
          </Button>
        </>
      }
    >
      {refused && (
        <Banner tone="critical" role="alert" className="mb-3">
          {refused}
        </Banner>
      )}
      <Field label={t("field")} hint={t("confirm", { name: shopName })}>
        <Input value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
    </Dialog>
  );
}
