"use client";

import { Ban, Check, Ellipsis, Link2, Printer, RefreshCw, Undo2, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { lazily } from "@/components/ui/lazily";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { useAriaKeys } from "@/components/ui/shortcut";
import { useShortcut } from "@/components/ui/use-shortcut";
import { isDecision } from "@/lib/policy/machines/return/kinds-of-status";
import type { Move } from "@/lib/policy/machines/return/move-names";
import { useUndo } from "../../../_undo/use-undo";
import type { Act } from "../../_dialogs/dialog-target";
import { useMarkActs } from "../../_marks/use-mark-acts";
import type { ActionView } from "../action-views";
import { useDecision } from "./use-decision";
import { useLinkedDialog } from "./use-linked-dialog";
import { useReturnActs } from "./use-return-acts";

const DecisionDialog = lazily(() => import("../../_dialogs/decision-dialog").then((module) => module.DecisionDialog));

const WithdrawDialog = lazily(() => import("./withdraw-dialog").then((module) => module.WithdrawDialog));

const ICON: Partial<Record<Move, ReactNode>> = {
  authorize: <Check aria-hidden size={16} />,
  close: <Ban aria-hidden size={16} />,
  withdraw: <UserX aria-hidden size={16} />,
  adopt: <RefreshCw aria-hidden size={16} />,
  undo: <Undo2 aria-hidden size={16} />,
};

type ReturnActionsProps = {
  returnId: string;
  number: string;
  marketplace: Marketplace;
  mustBeTold: boolean;
  lastMove: Move | null;
  /** The event that an undo takes back. */
  lastEventId: string | null;
  undoSeconds: number;
  /** The server's list; a move that is not in it is not spoken of. */
  actions: readonly ActionView[];
  /** Whether policy answers: without it no button is the blue one. */
  isClear: boolean;
  /** The dialog that a link asks for (S1-17): it is opened where its act is possible, and nothing is done. */
  opensWith: string | null;
  marks: NonNullable<Parameters<typeof useMarkActs>[0]["one"]>;
  mayNote: boolean;
};

/** What can be done with the return: the next acts as buttons, all others in the menu, each refused one with its reason. */
export function ReturnActions(props: ReturnActionsProps) {
  const { returnId, number, marketplace, mustBeTold, lastMove, lastEventId, undoSeconds, actions, isClear, opensWith } =
    props;
  const { marks: one, mayNote } = props;
  const t = useTranslations("detail.actions");
  const message = useTranslations("message");
  const refusalWords = useRefusalWords();
  const buttons = { authorize: useRef<HTMLButtonElement>(null), close: useRef<HTMLButtonElement>(null) };
  const [dialog, setDialog] = useState<Act | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const keys = { authorize: useAriaKeys("a"), close: useAriaKeys("c"), message: useAriaKeys("m") };
  const decide = useDecision(returnId);
  const { takeBack } = useUndo();
  const isOpen = (move: Move) => actions.some((action) => action.move === move && !action.refusal);
  /** A key for what is refused says why instead of doing nothing. */
  const press = (move: "authorize" | "close") => {
    const action = actions.find((candidate) => candidate.move === move);
    if (!action) return false;
    if (action.refusal) notify({ title: refusalWords(action.refusal), id: `refused-${move}` });
    else {
      // Where the dialog gives the focus back to when it closes.
      buttons[move].current?.focus();
      setDialog(move);
    }
  };
  const mayDecide = actions.every(({ refusal }) => refusal?.code !== "forbidden");
  const write = () => {
    if (mayDecide) setDialog("message");
    else notify({ title: refusalWords({ code: "forbidden" }), id: "refused-message" });
  };
  useLinkedDialog(opensWith, (name) => {
    if (isDecision(name)) press(name);
    if (name === "message") write();
  });
  useShortcut({ a: () => press("authorize"), c: () => press("close"), m: write });
  const acts: Partial<Record<Move, () => void>> = {
    authorize: () => setDialog("authorize"),
    close: () => setDialog("close"),
    withdraw: () => setWithdrawing(true),
    adopt: decide.adopt,
    ...(lastEventId ? { undo: () => takeBack({ returnId, eventId: lastEventId, name: number }) } : {}),
  };
  const wordsOf = (move: Move) => t(`move.${move}`, { marketplace, lastMove: lastMove ?? "other" });
  const marks = useMarkActs({
    marked: () => ({ selection: { mode: "ids", ids: [returnId] }, count: 1, name: number }),
    ...{ one, mayNote, mayDecide },
    onDone: () => undefined,
  });
  useReturnActs({
    number,
    actions,
    acts,
    wordsOf,
    icons: ICON,
    onMessage: mayDecide ? write : null,
    marks: marks.entries,
  });
  const entries = actions.flatMap(({ move, refusal }): MenuEntry[] => {
    const isButton = !refusal && isDecision(move);
    const act = acts[move];
    if (isButton || !act) return [];
    return [
      {
        key: move,
        label: wordsOf(move),
        icon: ICON[move],
        onSelect: act,
        ...(refusal ? { isDisabled: true, hint: refusalWords(refusal) } : {}),
      },
    ];
  });
  return (
    <div
      data-action-bar
      className="ms-auto flex shrink-0 items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-line max-md:border-t max-md:bg-surface max-md:px-4 max-md:pt-2 max-md:pb-[calc(0.75rem+env(safe-area-inset-bottom))] print:hidden"
    >
      <Menu
        trigger={
          <IconButton label={t("more")} icon={<Ellipsis aria-hidden size={18} />} size="sm" variant="secondary" />
        }
        sections={[
          { key: "moves", entries },
          { key: "marks", entries: marks.entries },
          {
            key: "page",
            entries: [
              {
                key: "link",
                label: t("copyLink"),
                icon: <Link2 aria-hidden size={16} />,
                onSelect: () => void copyLink(t("linkCopied")),
              },
              {
                key: "print",
                label: t("print"),
                icon: <Printer aria-hidden size={16} />,
                onSelect: () => window.print(),
              },
            ],
          },
        ].filter((section) => section.entries.length > 0)}
      />
      {mayDecide && (
        <Button
          size="sm"
          onClick={write}
          aria-keyshortcuts={keys.message}
          // On a phone the decision has the room; the conversation has the way to write.
          className={isOpen("authorize") || isOpen("close") ? "max-md:hidden" : "max-md:flex-1"}
        >
          {message("short")}
        </Button>
      )}
      {isOpen("close") && (
        <Button
          ref={buttons.close}
          size="sm"
          onClick={() => setDialog("close")}
          aria-keyshortcuts={keys.close}
          className="whitespace-nowrap max-md:flex-1"
        >
          {t("move.close")}
        </Button>
      )}
      {isOpen("authorize") && (
        <Button
          ref={buttons.authorize}
          size="sm"
          variant={isClear ? "primary" : "secondary"}
          onClick={() => setDialog("authorize")}
          aria-keyshortcuts={keys.authorize}
          className="whitespace-nowrap max-md:flex-1"
        >
          {isClear ? t("move.authorize") : t("anyway")}
        </Button>
      )}
      {dialog !== null && (
        <DecisionDialog start={dialog} target={{ kind: "one", returnId }} onClose={() => setDialog(null)} />
      )}
      {marks.dialog}
      {isWithdrawing && (
        <WithdrawDialog
          returnId={returnId}
          number={number}
          toldOn={mustBeTold ? marketplace : null}
          undoSeconds={undoSeconds}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </div>
  );
}

async function copyLink(done: string) {
  await navigator.clipboard.writeText(`${location.origin}${location.pathname}`);
  notify({ title: done, tone: "success" });
}
