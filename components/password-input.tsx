"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { IconButton } from "./ui/icon-button";
import { Input } from "./ui/input";

/** A password that can be looked at while it is typed; managers and paste work as on any other. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type">) {
  const t = useTranslations("signIn");
  const [isShown, setShown] = useState(false);
  return (
    <span className="flex gap-1.5">
      <Input
        {...props}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="min-w-0 flex-1"
      />
      <IconButton
        label={isShown ? t("hidePassword") : t("showPassword")}
        icon={isShown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
        variant="secondary"
        onClick={() => setShown(!isShown)}
      />
    </span>
  );
}
