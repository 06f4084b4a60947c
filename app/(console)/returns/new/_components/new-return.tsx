"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { PostedBeside } from "@/components/form/posted-parts";
import { useNativePost } from "@/components/form/use-form";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer, ActionRefusal } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { enterReturn, postNewReturn } from "../../actions";
import type { EntryChannel, KnownOrder, ReasonChoice } from "../load-new-return";
import { KnownItems } from "./known-items";
import { NewOrder } from "./new-order";
import { readNewReturn } from "./read-new-return";
import { RequestFields } from "./request-fields";
import { useFieldLabels } from "./use-field-labels";

type NewReturnProps = {
  channel: EntryChannel;
  number: string;
  order: KnownOrder | null;
  reasons: readonly ReasonChoice[];
};

/** What is wrong with an item of a known order, by the field that it was typed into. */
function namedByLine(refusal: ActionRefusal, { order }: ReturnType<typeof readNewReturn>): ActionRefusal {
  if (order.kind === "new" || !refusal.fields) return refusal;
  const nameOf = (path: string): string => {
    const [, index, field] = /^order\.(?:lines|items)\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const line = order.lines[Number(index)];
    return line ? `${field}.${line.orderLineId}` : path;
  };
  return {
    ...refusal,
    fields: Object.fromEntries(Object.entries(refusal.fields).map(([path, codes]) => [nameOf(path), codes])),
  };
}

/** The request itself: items of a known order, or the order with its items. */
export function NewReturn({ channel, number, order, reasons }: NewReturnProps) {
  const t = useTranslations("newReturn");
  const leaving = useTranslations("leaving");
  const router = useRouter();
  const [itemCount, setItemCount] = useState(1);
  const [isDirty, setDirty] = useState(false);
  // Stays for this form: however often it is sent, it is one return.
  const [id] = useState(newId);
  const page = { id, channelId: channel.id, number, lines: order?.lines.map((line) => line.id) ?? null };
  const native = { ...useNativePost(postNewReturn), isHeld: true as const };
  useLeaveGuard(isDirty, leaving("newReturn"));

  const read = (typed: FormData): ActionAnswer<ReturnType<typeof readNewReturn>> => {
    const input = readNewReturn(typed, page, itemCount);
    const isNothing = input.order.kind === "known" && input.order.lines.length === 0;
    return isNothing ? refuse({ code: "nothing_chosen" }) : ok(input);
  };
  return (
    <Form
      action={enterReturn}
      native={native}
      read={read}
      onDone={({ id: made }) => {
        setDirty(false);
        router.push(paths.returnDetail(made));
      }}
      namedAs={namedByLine}
      labels={useFieldLabels(itemCount, order)}
      onChange={() => setDirty(true)}
    >
      <PostedBeside start={page} />
      <div className="flex flex-col gap-4">
        {order ? (
          <KnownItems order={order} today={channel.today} reasons={reasons} />
        ) : (
          <NewOrder
            number={number}
            currency={channel.currency}
            today={channel.today}
            reasons={reasons}
            itemCount={itemCount}
            onItemCount={setItemCount}
          />
        )}
        <RequestFields today={channel.today} />
        <div className="flex justify-end">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
