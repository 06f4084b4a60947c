"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { Button, type ButtonProps } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { ok } from "@/lib/kernel/result";
import { resumeAutomation } from "./actions";
import type { Paused } from "./read-pause";

/** *Resume*: says first what happens to the requests that came in meanwhile. */
export function ResumeButton({ pause, size }: { pause: Paused; size?: NonNullable<ButtonProps["size"]> }) {
  const t = useTranslations("automation.pause");
  const [isOpen, setOpen] = useState(false);
  const resumed = () => {
    setOpen(false);
    notify({ title: t("resumed"), tone: "success" });
  };
  return (
    <>
      <Button {...(size && { size })} icon={<Play aria-hidden size={15} />} onClick={() => setOpen(true)}>
        {t("resume")}
      </Button>
      <FormDialog
        action={resumeAutomation}
        read={() => ok({})}
        onDone={resumed}
        onRefused={({ code }) => {
          // Whoever was faster did what was wanted.
          if (code === "not_paused") resumed();
          return code === "not_paused";
        }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("resumeTitle")}
        size="sm"
        submit={t("resumeNow")}
      >
        <p className="mb-2 font-medium">{t("waiting", { count: pause.waiting, isMore: String(pause.isMore) })}</p>
        <p className="text-muted">{t("resumeBody")}</p>
      </FormDialog>
    </>
  );
}
