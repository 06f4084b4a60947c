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
  const [closeReason, setCloseReason] = useState(reason);
  const closeInstead = (chosen?: string) => {
    setCloseReason(chosen);
    setMove("close");
  };
  const focus = useFinalFocus();
  const finish = (isDone: boolean) => onClose(isDone ? "done" : undefined);
  if (target.kind === "many") {
    const Many = move === "authorize" ? AuthorizeMany : CloseMany;
    return <Many selection={target.selection} count={target.count} focus={focus} onClose={finish} />;
  }
  if (move === "message") return <MessageOne returnId={target.returnId} focus={focus} onClose={finish} />;
  return move === "authorize" ? (
    <AuthorizeOne returnId={target.returnId} focus={focus} onClose={finish} onCloseInstead={closeInstead} />
  ) : (
    <CloseOne
      returnId={target.returnId}
      startReason={closeReason}
      focus={focus}
      onClose={finish}
      onAuthorizeInstead={() => setMove("authorize")}
      onMessageInstead={() => setMove("message")}
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
