"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { judged, useForm } from "@/components/form/use-form";
import { useTyped } from "@/components/form/use-typed";
import { newId } from "@/lib/kernel/ids";
import {
  type AuthorizeManyForm,
  authorizeManyProblems,
  NO_ADDRESS,
  takesOutOfPolicy,
} from "@/lib/returns/authorize-form";
import type { Selection } from "@/lib/returns/shared/selection";
import { authorizeReturns } from "../actions";
import { AuthorizeManyFields } from "./authorize-many-fields";
import { BulkDialog } from "./bulk-dialog";
import { OutOfPolicyChoice } from "./out-of-policy-choice";
import { PreviewGroups } from "./preview-groups";
import { thenLine } from "./then-line";
import { useAuthorizeWords } from "./use-authorize-words";
import type { FinalFocus } from "./use-final-focus";
import { usePreflight } from "./use-preflight";

export type ManyProps = {
  selection: Selection;
  count: number;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
};

/** *Authorize all selected returns*: what would happen, what to decide, then one bulk act with an outcome for each (S1-16). */
export function AuthorizeMany({ selection: given, count, focus, onClose }: ManyProps) {
  const t = useTranslations("bulk");
  const [chosen] = useState(given);
  // The key stays for this dialog: however often it is sent, it is one bulk act.
  const [key] = useState(newId);
  const [seen, setSeen] = useState<string[]>([]);
  const [bulkAct, setBulkAct] = useState<{ bulkActId: string; total: number } | null>(null);
  const typed = useTyped<AuthorizeManyForm>({
    key,
    selection: chosen,
    outOfPolicy: "leave",
    overrideNote: "",
    addressId: "default",
    newAddress: NO_ADDRESS,
    hasOwnInstructions: false,
    instructions: "",
  });
  const { values } = typed;
  const isChannelAddress = values.addressId === "default";
  const plan = usePreflight(chosen, { move: "authorize", isChannelAddress, seen });
  const options = plan.query.data;
  const form = useForm({
    action: authorizeReturns,
    read: () => judged({ ...values, seen, selection: plan.selection }, authorizeManyProblems),
    onDone: setBulkAct,
  });
  const { labels, wordsOf } = useAuthorizeWords(values.newAddress, t("choice.note"));
  const note = t("errors.overrideNote");
  const groups = options ? (takesOutOfPolicy(values) ? [options.ready, options.decide] : [options.ready]) : [];
  const ready = options ? groups.reduce((sum, group) => sum + group.count, 0) : null;

  return (
    <BulkDialog
      words={{
        title: t("authorizeTitle", { count }),
        submit: t("authorizeSubmit", { count: ready ?? 0 }),
        labels: { ...labels, outOfPolicy: t("choice.legend"), hasOwnInstructions: t("instructions.legend") },
        wordsOf: (name, code, refusal) =>
          name === "overrideNote" && code === "required" ? note : wordsOf(name, code, refusal),
      }}
      count={count}
      ready={ready}
      form={form}
      bulkAct={bulkAct}
      plan={plan}
      focus={focus}
      then={
        options &&
        thenLine(
          t,
          groups.flatMap(({ channels }) => channels),
          { seconds: options.undoSeconds, isFinal: false },
        )
      }
      onClose={onClose}
    >
      {options && (
        <>
          <PreviewGroups
            options={options}
            leftOut={plan.leftOut}
            onLeaveOut={plan.leaveOut}
            onPutBack={plan.putBack}
            onTakeAlong={(id) => setSeen((ids) => [...ids, id])}
            choice={<OutOfPolicyChoice count={options.decide.count} form={typed} />}
          />
          {options.ready.count + options.decide.count > 0 && <AuthorizeManyFields options={options} form={typed} />}
        </>
      )}
    </BulkDialog>
  );
}
