"use client";

import { useTranslations } from "next-intl";
import { Fragment, useId } from "react";
import { Dialog } from "@/components/ui/dialog";
import { keyName } from "@/components/ui/key-name";
import { KeysField } from "@/components/ui/keys-field";
import { usePreferences } from "@/components/ui/preferences-context";
import { Shortcut } from "@/components/ui/shortcut";
import type { Permission } from "@/lib/policy/permissions";
import { navItemsFor } from "./nav-items";

const ANYWHERE = [
  ["keyPalette", "Mod+K"],
  ["keySearch", "/"],
  ["keyUndo", "z"],
  ["keyHelp", "?"],
  ["keyEscape", "Esc"],
] as const;

const ELSEWHERE = [
  {
    group: "keysList",
    keys: [
      ["keyNextRow", "j"],
      ["keyPreviousRow", "k"],
      ["keyOpenRow", "Enter"],
      ["keyPeek", "Space"],
      ["keyToggleRow", "x"],
      ["keyToggleRange", "X"],
    ],
  },
  {
    group: "keysReturn",
    keys: [
      ["keyAuthorize", "a"],
      ["keyClose", "c"],
      ["keyMessage", "m"],
      ["keyNextReturn", "j"],
      ["keyPreviousReturn", "k"],
    ],
  },
  { group: "keysHandover", keys: [["keyTick", "t"]] },
] as const;

type Line = { label: string; presses: readonly string[] };

/** Every key there is, as it is pressed now; those that are switched off are left out. */
export function ShortcutSheet({ permissions, onClose }: { permissions: readonly Permission[]; onClose: () => void }) {
  const t = useTranslations("shell");
  const nav = useTranslations("nav");
  const { preferences, isApple } = usePreferences();
  const isOff = preferences.keys === "off";
  const pages = navItemsFor(permissions).flatMap(({ key, shortcut }): Line[] =>
    shortcut === null ? [] : [{ label: t("keyGo", { page: nav(key) }), presses: ["g", shortcut] }],
  );
  const lineOf = ([name, press]: (typeof ANYWHERE | (typeof ELSEWHERE)[number]["keys"])[number]): Line => ({
    label: t(name),
    presses: [press],
  });
  const isUsed = ({ presses }: Line) =>
    presses.every((press) => keyName(press, { keys: preferences.keys, isApple }) !== null);
  const groups = [
    { title: t("keysAnywhere"), lines: ANYWHERE.map(lineOf) },
    { title: t("keysGo"), lines: pages },
    ...ELSEWHERE.map(({ group, keys }) => ({ title: t(group), lines: keys.map(lineOf) })),
  ].map(({ title, lines }) => ({ title, lines: lines.filter(isUsed) }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("shortcuts")}
      description={t(isOff ? "shortcutsOff" : "shortcutsIntro")}
      initialFocus={true}
    >
      {groups.map(({ title, lines }) => lines.length > 0 && <Group key={title} title={title} lines={lines} />)}
      <KeysField />
    </Dialog>
  );
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useTranslations("shell");
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-4">
      <h3 id={id} className="mb-1 font-medium text-small text-subtle">
        {title}
      </h3>
      <dl>
        {lines.map(({ label, presses }) => (
          <div
            key={label}
            className="flex items-center justify-between gap-4 border-line border-b py-1.5 last:border-b-0"
          >
            <dt>{label}</dt>
            <dd className="flex shrink-0 items-center gap-1 text-micro text-subtle">
              {presses.map((press, index) => (
                <Fragment key={press}>
                  {index > 0 && t("then")}
                  <Shortcut of={press} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
