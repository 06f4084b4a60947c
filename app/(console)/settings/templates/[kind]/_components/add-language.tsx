"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { paths } from "@/lib/i18n/paths";
import { canonicalLanguage } from "@/lib/kernel/buyer-languages";
import { TEMPLATE_SLUGS, type TemplateKind } from "@/lib/policy/messages/message";

/** Begins a text in a language that is not listed, named by its tag. */
export function AddLanguage({ kind, reason }: { kind: TemplateKind; reason: string }) {
  const t = useTranslations("settings.instructions");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const tag = canonicalLanguage(typed);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field
        label={t("other")}
        hint={t("otherHint")}
        error={typed !== "" && tag === null ? t("noLanguage") : undefined}
        className="w-56"
      >
        <Input value={typed} spellCheck={false} onChange={({ target }) => setTyped(target.value.trim())} />
      </Field>
      <Button
        isDisabled={tag === null || typed === ""}
        onClick={() => tag && router.push(paths.template(TEMPLATE_SLUGS[kind], reason || undefined, tag))}
      >
        {t("add")}
      </Button>
    </div>
  );
}
