"use client";

import { type ComponentType, useState } from "react";
import { QueryScope } from "@/components/query-scope";
import { useQueue } from "../[returnId]/_queue/queue-scope";
import { AuthorizeMany, type ManyProps } from "./authorize-many";
import { AuthorizeOne } from "./authorize-one";
import { CloseMany } from "./close-many";
import { CloseOne } from "./close-one";
import type { Act, DialogProps, ManyAct, OneProps } from "./dialog-target";
import { MessageMany } from "./message-many";
import { MessageOne } from "./message-one";
import { useFinalFocus } from "./use-final-focus";
import { ExtendMany, RemindMany } from "./waiting-many";

/** Every act has a dialog for many, and each that answers a request one for it alone. */
const ONE: Record<Act, ComponentType<OneProps>> & Partial<Record<ManyAct, ComponentType<OneProps>>> = {
  authorize: AuthorizeOne,
  close: CloseOne,
  message: MessageOne,
};
const MANY: Record<ManyAct, ComponentType<ManyProps>> = {
  authorize: AuthorizeMany,
  close: CloseMany,
  remind: RemindMany,
  extend: ExtendMany,
  message: MessageMany,
};

function Decision({ target, onClose, start, reason }: DialogProps) {
  const [now, setNow] = useState<{ act: ManyAct; reason: string | undefined }>({ act: start, reason });
  const focus = useFinalFocus();
  const queue = useQueue();
  const finish = (isDone: boolean) => {
    onClose(isDone ? "done" : undefined);
    if (isDone) queue?.open(queue.place?.next);
  };
  if (target.kind === "many") {
    const Many = MANY[target.act];
    return <Many selection={target.selection} count={target.count} focus={focus} onClose={finish} />;
  }
  const One = ONE[now.act];
  if (!One) return null;
  return (
    <One
      returnId={target.returnId}
      startReason={now.reason}
      focus={focus}
      onClose={finish}
      onInstead={(act, chosen) => setNow({ act, reason: chosen })}
    />
  );
}

/** The dialog of an act on returns; what turns out to be another one is changed into it on the spot. */
export function DecisionDialog(props: DialogProps) {
  return (
    <QueryScope>
      <Decision {...props} />
    </QueryScope>
  );
}
