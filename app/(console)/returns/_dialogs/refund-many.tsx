"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "@/components/form/use-form";
import { QueryScope } from "@/components/query-scope";
import { useRefusalWords } from "@/components/refusal-words";
import type { RefundPreflight } from "@/lib/bulk/refund-preflight";
import { newId } from "@/lib/kernel/ids";
import { formatMoney } from "@/lib/kernel/money";
import { ok } from "@/lib/kernel/result";
import { refundReturns } from "../../_refund/actions";
import type { ManyProps } from "./authorize-many";
import { BulkDialog } from "./bulk-dialog";
import { PreviewGroup } from "./preview-group";
import { nameOf } from "./preview-groups";
import { PreviewTable } from "./preview-table";
import { useFinalFocus } from "./use-final-focus";
import { usePlan } from "./use-preflight";

type Props = Omit<ManyProps, "focus">;

/** *Refund* for a selection: equal cases as the terms suggest, the others named with why a person has to decide them. */
export function RefundMany(props: Props) {
  return (
    <QueryScope>
      <Many {...props} />
    </QueryScope>
  );
}

function Many({ selection: given, count, onClose }: Props) {
  const t = useTranslations("bulk");
  const words = useRefusalWords();
  const locale = useLocale();
  const focus = useFinalFocus();
  const [chosen] = useState(given);
  // The intent is kept over every retry, so that each return is refunded once by it.
  const [{ key, intent }] = useState(() => ({ key: newId(), intent: newId() }));
  const [bulkAct, setBulkAct] = useState<{ bulkActId: string; total: number } | null>(null);
  const plan = usePlan<RefundPreflight>(chosen, "/api/refunds/preflight");
  const found = plan.query.data;
  const { channelId = "", currency = "" } = found?.of ?? {};
  const form = useForm({
    action: refundReturns,
    read: () => ok({ key, intent, selection: plan.selection, channelId, currency, amounts: found?.amounts ?? {} }),
    onDone: setBulkAct,
  });
  const sum = found?.of ? formatMoney({ amountMinor: found.ready.amountMinor, currency }, locale) : "";
  return (
    <BulkDialog
      words={{
        title: t("refundTitle", { count }),
        submit: t("refundSubmit", { amount: sum, count: found?.ready.count ?? 0 }),
        labels: {},
      }}
      count={count}
      ready={found?.ready.count ?? null}
      form={form}
      bulkAct={bulkAct}
      plan={plan}
      focus={focus}
      blocked={found?.overSum ? words(found.overSum) : undefined}
      then={found?.of ? t("refundThen", { channel: found.of.channelName }) : undefined}
      onClose={onClose}
    >
      {found && (
        <div className="mb-5 flex flex-col gap-2">
          <PreviewGroup
            kind="ready"
            title={t("readyRefund")}
            count={found.ready.count}
            shown={found.ready.items.length}
            totals={[{ amountMinor: found.ready.amountMinor, currency }]}
            unknownValues={0}
            isOpen
          >
            <PreviewTable
              caption={t("readyRefund")}
              columns={{ why: null, value: t("columns.refund") }}
              lines={found.ready.items.map(({ amountMinor, ...row }) => ({
                ...nameOf(row),
                ...{ id: row.id, why: null, value: { amountMinor, currency } },
              }))}
              onLeaveOut={(id) => plan.leaveOut(found.ready.items.filter((item) => item.id === id))}
            />
          </PreviewGroup>
          <PreviewGroup
            kind="decide"
            title={t("decide")}
            count={found.decide.count}
            shown={found.decide.items.length}
            totals={[]}
            unknownValues={0}
            choice={
              <ul className="flex flex-col gap-1 text-small">
                {found.decide.causes.map((cause) => (
                  <li key={words(cause.refusal)} className="flex gap-2">
                    <span className="min-w-6 text-end font-semibold tabular-nums">{cause.count}</span>
                    <span>{words(cause.refusal)}</span>
                  </li>
                ))}
              </ul>
            }
          >
            <PreviewTable
              caption={t("decide")}
              lines={found.decide.items.map(({ id, row, refusal }) => ({ ...nameOf(row), id, why: words(refusal) }))}
            />
          </PreviewGroup>
        </div>
      )}
    </BulkDialog>
  );
}
