"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { useForm } from "@/components/form/use-form";
import { Banner } from "@/components/ui/banner";
import { Input } from "@/components/ui/input";
import type { PreflightRequest } from "@/lib/bulk/preflight";
import { newId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { EXTENDED_DAYS_AT_MOST } from "@/lib/policy/limits";
import { extendReturns, remindBuyers } from "../actions";
import type { ManyProps } from "./authorize-many";
import { BulkDialog } from "./bulk-dialog";
import { PreviewGroups } from "./preview-groups";
import { thenLine } from "./then-line";
import { usePreflight } from "./use-preflight";

/** What both acts share: who of the selection is reached, and who is left out and why. */
function useWaiting({ selection: given }: ManyProps, request: PreflightRequest) {
  const [chosen] = useState(given);
  // One for this dialog: however often it is sent, it is one bulk act.
  const [key] = useState(newId);
  const [bulkAct, setBulkAct] = useState<{ bulkActId: string; total: number } | null>(null);
  const plan = usePreflight(chosen, request);
  return { key, bulkAct, setBulkAct, plan };
}

type Waiting = ReturnType<typeof useWaiting>;

function Reached({ plan }: Pick<Waiting, "plan">) {
  const t = useTranslations("bulk");
  const options = plan.query.data;
  if (!options) return null;
  return (
    <>
      <PreviewGroups
        options={options}
        leftOut={plan.leftOut}
        onLeaveOut={plan.leaveOut}
        onPutBack={plan.putBack}
        choice={null}
      />
      {options.unaddressed > 0 && (
        <Banner tone="attention" className="mb-5">
          {t("unaddressed", { count: options.unaddressed })}
        </Banner>
      )}
    </>
  );
}

/** What will follow, once it is known. */
function useThen({ plan }: Waiting): string | undefined {
  const t = useTranslations("bulk");
  const options = plan.query.data;
  return options && thenLine(t, options.ready.channels, { seconds: options.undoSeconds, isFinal: false });
}

/** The frame's part of what was asked and found out. */
const frameOf = ({ count, focus, onClose }: ManyProps, { bulkAct, plan }: Waiting) => ({
  ...{ count, focus, onClose, bulkAct, plan },
  ready: plan.query.data?.ready.count ?? null,
});

/** *Remind the buyers* of a selection: one mail each, to whoever can be asked. */
export function RemindMany(props: ManyProps) {
  const t = useTranslations("bulk");
  const waiting = useWaiting(props, { move: "remind" });
  const frame = frameOf(props, waiting);
  const form = useForm({
    action: remindBuyers,
    read: () => ok({ key: waiting.key, selection: waiting.plan.selection }),
    onDone: waiting.setBulkAct,
  });
  return (
    <BulkDialog
      {...frame}
      then={useThen(waiting)}
      words={{
        title: t("remindTitle", { count: props.count }),
        submit: t("remindSubmit", { count: frame.ready ?? 0 }),
        labels: {},
      }}
      form={form}
    >
      <Reached plan={waiting.plan} />
    </BulkDialog>
  );
}

const DAYS = 7;

/** *Give more time* to the buyers of a selection: so many days more than each has. */
export function ExtendMany(props: ManyProps) {
  const t = useTranslations("bulk");
  const [typed, setTyped] = useState(String(DAYS));
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const isGiven = days >= 1 && days <= EXTENDED_DAYS_AT_MOST;
  const waiting = useWaiting(props, { move: "extend", days: isGiven ? days : DAYS });
  const frame = frameOf(props, waiting);
  const form = useForm({
    action: extendReturns,
    read: () =>
      isGiven
        ? ok({ key: waiting.key, selection: waiting.plan.selection, days })
        : refuse({ code: "invalid", fields: { days: ["out_of_range"] } }),
    onDone: waiting.setBulkAct,
  });
  return (
    <BulkDialog
      {...frame}
      then={useThen(waiting)}
      words={{
        title: t("extendTitle", { count: props.count }),
        submit: t("extendSubmit", { count: frame.ready ?? 0 }),
        labels: { days: t("days") },
        wordsOf: (_name, _code) => t("errors.days", { most: EXTENDED_DAYS_AT_MOST }),
      }}
      form={form}
    >
      <FormField name="days" hint={t("daysHint")} className="mb-5">
        <Input inputMode="numeric" className="w-24!" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </FormField>
      <Reached plan={waiting.plan} />
    </BulkDialog>
  );
}
