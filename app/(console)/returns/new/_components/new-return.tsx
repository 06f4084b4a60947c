"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import { enterReturn } from "../../actions";
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
  const { run, isRunning } = useAction(enterReturn);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [itemCount, setItemCount] = useState(1);
  const [isDirty, setDirty] = useState(false);
  // Stays for this form: however often it is sent, it is one return.
  const [id] = useState(newId);
  useLeaveGuard(isDirty, leaving("newReturn"));

  async function send(form: FormData): Promise<void> {
    setRefusal(null);
    const input = readNewReturn(form, { id, channelId: channel.id, number, order, itemCount });
    if (input.order.kind === "known" && input.order.lines.length === 0) return setRefusal({ code: "nothing_chosen" });
    const answer = await run(input);
    if (!answer.ok) return setRefusal(namedByLine(answer.refusal, input));
    setDirty(false);
    router.push(paths.returnDetail(answer.value.id));
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning) void send(new FormData(event.currentTarget));
  };
  return (
    <form method="post" noValidate onSubmit={submit} onChange={() => setDirty(true)} onKeyDown={guardIme}>
      <RefusedForm refusal={refusal} labels={useFieldLabels(itemCount, order)}>
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
            <Button type="submit" variant="primary" isLoading={isRunning}>
              {t("submit")}
            </Button>
          </div>
        </div>
      </RefusedForm>
    </form>
  );
}
