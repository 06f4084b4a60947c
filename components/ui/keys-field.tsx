"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { keyName } from "./key-name";
import { PREFERENCES } from "./preferences";
import { usePreferences } from "./preferences-context";
import { Radio, RadioGroup } from "./radio-group";

/** Single keys alone, together with Alt, or not at all. */
export function KeysField() {
  const t = useTranslations("preferences");
  const name = useId();
  const { preferences, isApple, choose } = usePreferences();
  const palette = keyName("Mod+K", { keys: "off", isApple }) ?? "";
  const words = {
    single: { label: t("single"), description: undefined },
    alt: { label: t("alt", { modifier: isApple ? "⌥ Option" : "Alt" }), description: t("altHint") },
    off: { label: t("off"), description: t("offHint", { palette }) },
  };
  return (
    <RadioGroup legend={t("keys")} hint={t("keysHint", { example: "j, x, a, ?" })}>
      {PREFERENCES.keys.map((keys) => (
        <Radio
          key={keys}
          name={name}
          {...words[keys]}
          checked={preferences.keys === keys}
          onChange={() => choose("keys", keys)}
        />
      ))}
    </RadioGroup>
  );
}
