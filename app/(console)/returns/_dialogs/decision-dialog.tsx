"use client";

import { useState } from "react";
import { QueryScope } from "@/components/query-scope";
import { AuthorizeMany } from "./authorize-many";
import { AuthorizeOne } from "./authorize-one";
import { CloseMany } from "./close-many";
import { CloseOne } from "./close-one";
import type { DialogProps } from "./dialog-target";
import { MessageOne } from "./message-one";
import { useFinalFocus } from "./use-final-focus";

type Act = "authorize" | "close" | "message";

function Decision({ target, onClose, start, reason }: DialogProps & { start: Act }) {
  const [move, setMove] = useState<Act>(start);
  const [startReason, setStartReason] = useState(reason);
  const change = (to: Act, chosen?: string) => {
    setStartReason(chosen);
    setMove(to);
  };
  const focus = useFinalFocus();
  const finish = (isDone: boolean) => onClose(isDone ? "done" : undefined);
  if (target.kind === "many") {
    const Many = move === "authorize" ? AuthorizeMany : CloseMany;
    return <Many selection={target.selection} count={target.count} focus={focus} onClose={finish} />;
  }
  const { returnId } = target;
  if (move === "message")
    return <MessageOne returnId={returnId} startReason={startReason} focus={focus} onClose={finish} />;
  return move === "authorize" ? (
    <AuthorizeOne
      returnId={returnId}
      focus={focus}
      onClose={finish}
      onCloseInstead={(chosen) => change("close", chosen)}
      onTellCost={() => change("message", "shipping_cost")}
    />
  ) : (
    <CloseOne
      returnId={returnId}
      startReason={startReason}
      focus={focus}
      onClose={finish}
      onAuthorizeInstead={() => change("authorize")}
      onMessageInstead={() => change("message")}
    />
  );
}

/** The dialog of an act on returns; what turns out to be another one is changed into it on the spot. */
export function DecisionDialog(props: DialogProps & { start: Act }) {
  return (
    <QueryScope>
      <Decision {...props} />
    </QueryScope>
  );
}
