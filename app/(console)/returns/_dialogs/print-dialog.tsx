"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { FormDialog } from "@/components/form/form-dialog";
import { FormRadios } from "@/components/form/form-radios";
import { QueryScope } from "@/components/query-scope";
import { PrintSizesField } from "@/components/returns/print-sizes-field";
import { usePrintSizes } from "@/components/returns/use-print-sizes";
import type { ActionAnswer, Envelope } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { DRAWN_AT_ONCE, PRINT_PARTS, type PrintPart, type PrintSizes } from "@/lib/policy/labels/sizes";
import type { LabelCheck } from "@/lib/printing/check-labels";
import type { Sort } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import { useBulkActNews } from "../../_bulk-acts/bulk-act-news";
import { printReturns } from "../actions";
import { FollowedPrint } from "./followed-print";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { PrintedReturns } from "./printed-returns";

type PrintDialogProps = {
  selection: Selection;
  count: number;
  /** The order of the list, which is the order of the pages. */
  sort: Sort;
  sizes: Partial<PrintSizes>;
  onClose: () => void;
};

const CHOICES = ["both", "label", "slip"] as const satisfies readonly (PrintPart | "both")[];

/** *Print slips and labels*: which of the selected have something to print, and on which paper; opens one PDF. */
export const PrintDialog = (props: PrintDialogProps) => (
  <QueryScope>
    <Print {...props} />
  </QueryScope>
);

function Print({ selection, count, sort, sizes: kept, onClose }: PrintDialogProps) {
  const t = useTranslations("printMany");
  const common = useTranslations("common");
  const { sizes, choose } = usePrintSizes(kept);
  const [parts, setParts] = useState<(typeof CHOICES)[number]>("both");
  const query = useQuery({
    queryKey: ["labels", selection],
    queryFn: ({ signal }) =>
      fetchAnswer<LabelCheck>("/api/labels/check", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ selection }),
        signal,
      }),
  });
  const check = query.data;
  const drawn = check ? check.ready - (parts === "label" ? check.slipOnly : 0) : 0;
  const isLater = count > DRAWN_AT_ONCE;
  const [printId] = useState(newId);
  const [isMade, setMade] = useState(false);
  const { follow } = useBulkActNews();
  const isReady = drawn > 0 && !isMade;
  return (
    <FormDialog
      action={isLater ? printReturns : openInNewTab}
      read={() => ok({ printId, selection, sort, parts: parts === "both" ? [...PRINT_PARTS] : [parts], ...sizes })}
      onDone={() => {
        if (!isLater) return onClose();
        setMade(true);
        // Whoever closes the dialog now finds the print in the corner.
        follow();
      }}
      labels={{ parts: t("what") }}
      title={t("title", { count })}
      submit={t(isLater ? "make" : "open")}
      cancel={common(isMade ? "close" : "cancel")}
      isReady={isReady}
      status={query.isPending ? t("loading") : isReady ? t(isLater ? "isLater" : "opened") : undefined}
      onClose={onClose}
    >
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {isMade && <FollowedPrint printId={printId} total={count} />}
      {check && !isMade && (
        <>
          <PrintedReturns check={check} />
          <FormRadios
            name="parts"
            value={parts}
            onChoose={setParts}
            choices={CHOICES.map((value) => ({ value, label: t(value), description: t(`${value}Hint`) }))}
            className="mb-5"
          />
          <PrintSizesField sizes={sizes} onChange={choose} hasLabel={parts !== "slip"} hasSlip={parts !== "label"} />
        </>
      )}
    </FormDialog>
  );
}

type Printing = Partial<PrintSizes> & { printId: string; selection: Selection; sort: Sort; parts: PrintPart[] };

/** A selection does not fit an address, and a page cannot open a tab with what it fetched itself: a form can. */
async function openInNewTab({ input }: Envelope<Printing>): Promise<ActionAnswer<{ printId: string }>> {
  const { printId, selection, sort, parts, labelSize = "", slipSize = "" } = input;
  const [only, other] = parts;
  const fields = { selection: JSON.stringify(selection), sort, size: labelSize, paper: slipSize };
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/labels";
  form.target = "_blank";
  for (const [name, value] of Object.entries({ ...fields, parts: other ? "both" : (only ?? "both") })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
  return ok({ printId });
}
