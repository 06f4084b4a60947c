"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { areShortcutsOn, setShortcutsOn } from "@/components/ui/shortcut-keys";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Permission } from "@/lib/permissions";
import { onShortcutHelp } from "./shortcut-help";
import { useGoKeys } from "./use-go-keys";

const LIST = [
  {
    group: "keysAnywhere",
    keys: [
      ["keySearch", ["/"]],
      ["keyReturns", ["g", "r"]],
      ["keyImport", ["g", "i"]],
      ["keyUndo", ["z"]],
      ["keyHelp", ["?"]],
      ["keyEscape", ["Esc"]],
    ],
  },
  {
    group: "keysList",
    keys: [
      ["keyNextRow", ["j"]],
      ["keyPreviousRow", ["k"]],
      ["keyOpenRow", ["Enter"]],
      ["keyToggleRow", ["x"]],
      ["keyToggleRange", ["Shift x"]],
    ],
  },
  {
    group: "keysReturn",
    keys: [
      ["keyAuthorize", ["a"]],
      ["keyClose", ["c"]],
      ["keyMessage", ["m"]],
    ],
  },
  { group: "keysHandover", keys: [["keyTick", ["t"]]] },
] as const;

/** The keys that work everywhere, and the sheet that lists all of them. */
export function Shortcuts({ permissions }: { permissions: readonly Permission[] }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onShortcutHelp(() => setOpen(true)), []);
  useGoKeys(permissions);
  useShortcut({
    "?": () => setOpen(true),
    "/": () => {
      const search = document.querySelector<HTMLInputElement>("[data-search]");
      if (!search) return false;
      search.focus();
      search.select();
    },
  });
  return <ShortcutSheet isOpen={isOpen} onClose={() => setOpen(false)} />;
}

function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("shell");
  const id = useId();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("shortcuts")} description={t("shortcutsIntro")}>
      {LIST.map(({ group, keys }) => (
        <section key={group} aria-labelledby={`${id}-${group}`} className="mb-4">
          <h3 id={`${id}-${group}`} className="mb-1 font-medium text-small text-subtle">
            {t(group)}
          </h3>
          <dl>
            {keys.map(([name, presses]) => (
              <div
                key={name}
                className="flex items-center justify-between gap-4 border-line border-b py-1.5 last:border-b-0"
              >
                <dt>{t(name)}</dt>
                <dd className="flex items-center gap-1 text-micro text-subtle">
                  <Kbd>{presses[0]}</Kbd>
                  {presses[1] && (
                    <>
                      {t("then")} <Kbd>{presses[1]}</Kbd>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {isOpen && <ShortcutSwitch />}
    </Dialog>
  );
}

function ShortcutSwitch() {
  const t = useTranslations("shell");
  const [isOn, setOn] = useState(areShortcutsOn);
  return (
    <Checkbox
      label={t("shortcutsOn")}
      checked={isOn}
      onChange={(event) => {
        setShortcutsOn(event.target.checked);
        setOn(event.target.checked);
      }}
    />
  );
}
