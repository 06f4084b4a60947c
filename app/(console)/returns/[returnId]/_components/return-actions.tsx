"use client";

import { Ellipsis, HandCoins, Link2, Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type Ref, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button, type ButtonProps } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { lazily } from "@/components/ui/lazily";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { useAriaKeys } from "@/components/ui/shortcut";
import { useShortcut } from "@/components/ui/use-shortcut";
import { formatMoney } from "@/lib/kernel/money";
import { isAuthorization } from "@/lib/policy/machines/return/kinds-of-status";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { Decision } from "@/lib/policy/machines/return/return-machine";
import type { RefundOffer } from "@/lib/refunds/refund-offer";
import { useUndo } from "../../../_undo/use-undo";
import { MOVE_ICONS } from "../../_components/use-selection-acts";
import type { Act } from "../../_dialogs/dialog-target";
import { useMarkActs } from "../../_marks/use-mark-acts";
import type { ActionView } from "../action-views";
import { useDecision } from "./use-decision";
import { useLinkedDialog } from "./use-linked-dialog";
import { useReturnActs } from "./use-return-acts";

const DecisionDialog = lazily(() => import("../../_dialogs/decision-dialog").then((module) => module.DecisionDialog));

const RefundDialog = lazily(() => import("../../../_refund/refund-dialog").then((module) => module.RefundDialog));

const CompleteDialog = lazily(() => import("./complete-dialog").then((module) => module.CompleteDialog));

const WithdrawDialog = lazily(() => import("./withdraw-dialog").then((module) => module.WithdrawDialog));

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
  /** What may be refunded, where this person may; and whether that is what comes next. */
  refund: RefundOffer | null;
  isRefundNext: boolean;
  /** The dialog that a link asks for (S1-17): it is opened where its act is possible, and nothing is done. */
  opensWith: string | null;
  marks: NonNullable<Parameters<typeof useMarkActs>[0]["one"]>;
  mayNote: boolean;
};

/** What can be done with the return: the next acts as buttons, all others in the menu, each refused one with its reason. */
export function ReturnActions(props: ReturnActionsProps) {
  const { returnId, number, marketplace, mustBeTold, lastMove, lastEventId, undoSeconds, actions, isClear, opensWith } =
    props;
  const { marks: one, mayNote, refund, isRefundNext } = props;
  const t = useTranslations("detail.actions");
  const locale = useLocale();
  const message = useTranslations("message.acts");
  const refusalWords = useRefusalWords();
  const buttons = useRef(new Map<Move, HTMLButtonElement>());
  const [dialog, setDialog] = useState<Act | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [isRefunding, setRefunding] = useState(false);
  const [isCompleting, setCompleting] = useState(false);
  const messageKeys = useAriaKeys("m");
  const decide = useDecision(returnId);
  const { takeBack } = useUndo();
  const asButtons = actions.filter((action) => action.isButton);
  const open = asButtons.filter(({ refusal }) => !refusal);
  /** A key for what is refused says why instead of doing nothing. */
  const press = ({ move, refusal }: { move: Decision; refusal: ActionView["refusal"] }) => {
    if (refusal) notify({ title: refusalWords(refusal), id: `refused-${move}` });
    else {
      // Where the dialog gives the focus back to when it closes.
      buttons.current.get(move)?.focus();
      setDialog(move);
    }
  };
  const mayDecide = actions.every(({ refusal }) => refusal?.code !== "forbidden");
  const write = () => {
    if (mayDecide) setDialog("message");
    else notify({ title: refusalWords({ code: "forbidden" }), id: "refused-message" });
  };
  useLinkedDialog(opensWith, (name) => {
    const named = asButtons.find(({ move }) => move === name);
    if (named) press(named);
    if (name === "message") write();
  });
  useShortcut({
    m: write,
    ...Object.fromEntries(asButtons.flatMap((action) => (action.key ? [[action.key, () => press(action)]] : []))),
  });
  const acts: Partial<Record<Move, () => void>> = {
    ...Object.fromEntries(asButtons.map(({ move }) => [move, () => setDialog(move)])),
    withdraw: () => setWithdrawing(true),
    complete: () => setCompleting(true),
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
    onMessage: mayDecide ? write : null,
    marks: marks.entries,
  });
  const entries = actions.flatMap(({ move, refusal, isButton }): MenuEntry[] => {
    const act = acts[move];
    if ((isButton && !refusal) || !act) return [];
    return [
      {
        key: move,
        label: wordsOf(move),
        icon: MOVE_ICONS[move],
        onSelect: act,
        ...(refusal ? { isDisabled: true, hint: refusalWords(refusal) } : {}),
      },
    ];
  });
  const refundEntry: MenuEntry = {
    key: "refund",
    label: t("refund"),
    icon: <HandCoins aria-hidden size={16} />,
    onSelect: () => setRefunding(true),
  };
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
          { key: "money", entries: isRefundNext || !refund ? [] : [refundEntry] },
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
          aria-keyshortcuts={messageKeys}
          // On a phone the decision has the room; the conversation has the way to write.
          className={open.length > 0 ? "max-md:hidden" : "max-md:flex-1"}
        >
          {message("short")}
        </Button>
      )}
      {/* What is wanted most stands last, at the edge. */}
      {open.toReversed().map(({ move, key }) => {
        const isAuthorizing = isAuthorization(move);
        return (
          <MoveButton
            key={move}
            shortcut={key}
            ref={(button) => {
              if (button) buttons.current.set(move, button);
              return () => void buttons.current.delete(move);
            }}
            variant={isAuthorizing && isClear ? "primary" : "secondary"}
            onClick={() => setDialog(move)}
          >
            {isAuthorizing && !isClear ? t("anyway") : wordsOf(move)}
          </MoveButton>
        );
      })}
      {refund && isRefundNext && (
        <Button
          size="sm"
          variant="primary"
          className="whitespace-nowrap max-md:flex-1"
          onClick={() => setRefunding(true)}
        >
          {refund.suggestion.leftMinor === null
            ? t("refund")
            : t("refundAmount", {
                amount: formatMoney({ amountMinor: refund.suggestion.amountMinor, currency: refund.currency }, locale),
              })}
        </Button>
      )}
      {refund && isRefunding && (
        <RefundDialog offer={refund} marketplace={marketplace} onClose={() => setRefunding(false)} />
      )}
      {dialog !== null && (
        <DecisionDialog start={dialog} target={{ kind: "one", returnId }} onClose={() => setDialog(null)} />
      )}
      {marks.dialog}
      {isCompleting && <CompleteDialog {...{ returnId, number, undoSeconds }} onClose={() => setCompleting(false)} />}
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

type MoveButtonProps = Pick<ButtonProps, "variant" | "onClick" | "children"> & {
  shortcut: string | null;
  ref: Ref<HTMLButtonElement>;
};

function MoveButton({ shortcut, ...props }: MoveButtonProps) {
  const keys = useAriaKeys(shortcut ?? "");
  return (
    <Button
      {...props}
      size="sm"
      aria-keyshortcuts={shortcut ? keys : undefined}
      className="whitespace-nowrap max-md:flex-1"
    />
  );
}

async function copyLink(done: string) {
  await navigator.clipboard.writeText(`${location.origin}${location.pathname}`);
  notify({ title: done, tone: "success" });
}
