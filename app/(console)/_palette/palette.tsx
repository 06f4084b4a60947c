"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { offeredActs } from "@/components/command-palette/palette-acts";
import { QueryScope } from "@/components/query-scope";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { leaveQuestion } from "@/components/ui/leave-guard";
import type { ShellViewer } from "../_shell/shell-viewer";
import { type Command, rankCommands } from "./command";
import { PaletteList } from "./palette-list";
import { useGoCommands } from "./use-go-commands";
import { useHastyEnter } from "./use-hasty-enter";
import { useJumps, useKnown } from "./use-palette-data";
import { usePaletteStatus } from "./use-palette-status";
import { useSettingCommands } from "./use-setting-commands";

type PaletteProps = {
  viewer: ShellViewer;
  isOpen: boolean;
  onClose: () => void;
  /** It is gone, and the focus is where it was. */
  onClosed: () => void;
  /** To be done once it is gone: a dialog follows. */
  onAct: (run: () => void) => void;
  finalFocus: () => HTMLElement | null;
};

/** One field for everything: a number to open, a page to go to, an act on what is selected (ux.md B.0.11). */
export function Palette(props: PaletteProps) {
  const { isOpen, onClose, onClosed, finalFocus } = props;
  const t = useTranslations("palette");
  const common = useTranslations("common");
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(next) => !next && onClosed()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center md:px-6 md:pt-[12dvh] md:pb-6">
          <Dialog.Popup
            initialFocus={input}
            finalFocus={finalFocus}
            className="flex h-dvh w-full flex-col bg-surface text-fg shadow-pop outline-none md:h-auto md:max-h-[min(32rem,76dvh)] md:max-w-xl md:rounded-card md:border md:border-line"
          >
            <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
            <QueryScope>
              <PaletteBody
                {...props}
                inputRef={input}
                close={
                  <Dialog.Close render={<IconButton label={common("close")} icon={<X aria-hidden size={18} />} />} />
                }
              />
            </QueryScope>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type PaletteBodyProps = PaletteProps & {
  inputRef: React.RefObject<HTMLInputElement | null>;
  close: React.ReactNode;
};

function PaletteBody({ viewer, onClose, onAct, inputRef, close }: PaletteBodyProps) {
  const t = useTranslations("palette");
  const common = useTranslations("common");
  const [typed, setTyped] = useState("");
  const [offers] = useState(offeredActs);
  const known = useKnown();
  const jumping = useJumps(typed, viewer.permissions.includes("returns:read"));
  const spellings = known.data?.spellings ?? {};
  const acts = offers.flatMap(({ acts: some }, offer) =>
    some.map(
      ({ key, label, icon, shortcut, run }): Command => ({
        id: `act ${offer} ${key}`,
        group: "acts",
        label,
        icon,
        ...(shortcut === undefined ? {} : { shortcut: [shortcut] }),
        spellings: spellings[key] ?? [],
        isAct: true,
        run,
      }),
    ),
  );
  const go = useGoCommands({ viewer, typed, jumps: jumping.jumps, known: known.data });
  const settings = useSettingCommands(viewer, spellings);
  const groups = rankCommands([...acts, ...go, ...settings], typed);
  const titles = { acts: offers.length === 1 ? offers[0]?.title : undefined };
  const choose = (command: Command) => {
    // A question about what would be lost is a dialog too.
    if (command.isAct || leaveQuestion() !== null) onAct(command.run);
    else command.run();
    onClose();
  };
  const enter = useHastyEnter({
    isAsking: jumping.isAsking,
    typed,
    first: jumping.error === null ? groups[0]?.items[0] : undefined,
    choose,
  });
  const { status, retry } = usePaletteStatus({ typed, known, jumping, groups });
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      itemToStringValue={(command: Command) => command.label}
      value={typed}
      onValueChange={(text, { reason }) => reason !== "item-press" && setTyped(text)}
    >
      <div className="flex shrink-0 items-center gap-2 border-line border-b py-2 ps-4 pe-2">
        <Search aria-hidden size={18} className="shrink-0 text-subtle" />
        <Autocomplete.Input
          ref={inputRef}
          aria-label={t("title")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          onKeyDown={enter}
          className="min-h-9 min-w-0 flex-1 bg-transparent text-long outline-none max-md:text-h2 pointer-coarse:min-h-11"
        />
        {close}
      </div>
      <PaletteList groups={groups} titles={titles} onChoose={choose} />
      <div className="flex min-h-10 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] text-small text-subtle">
        <p role="status" className="empty:hidden">
          {status}
        </p>
        {status === "" && <p className="pointer-coarse:hidden">{t("keys")}</p>}
        {retry && (
          <Button size="sm" onClick={retry}>
            {common("retry")}
          </Button>
        )}
      </div>
    </Autocomplete.Root>
  );
}
