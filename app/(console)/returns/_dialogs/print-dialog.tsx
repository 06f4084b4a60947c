"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fetchAnswer } from "@/components/fetch-answer";
import { QueryScope } from "@/components/query-scope";
import { useRefusalWords } from "@/components/refusal-words";
import { PrintSizesField } from "@/components/returns/print-sizes-field";
import { usePrintSizes } from "@/components/returns/use-print-sizes";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { newId } from "@/lib/kernel/ids";
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
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const { run, isRunning } = useAction(printReturns);
  const refusalText = useRefusalWords();
  const { follow } = useBulkActNews();
  const make = async () => {
    if (isRunning) return;
    const chosen = parts === "both" ? [...PRINT_PARTS] : [parts];
    const answer = await run({ printId, selection, sort, parts: chosen, ...sizes });
    if (!answer.ok) return setRefusal(answer.refusal);
    setMade(true);
    // Whoever closes the dialog now finds the print in the corner.
    follow();
  };
  const open = () => {
    if (isLater) return void make();
    const { labelSize = "", slipSize = "" } = sizes;
    openInNewTab({ selection: JSON.stringify(selection), sort, parts, size: labelSize, paper: slipSize });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title", { count })}
      status={query.isPending ? t("loading") : drawn > 0 && !isMade ? t(isLater ? "isLater" : "opened") : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (drawn > 0 && !isMade) open();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common(isMade ? "close" : "cancel")}</Button>
          {check && !isMade && (
            <Button
              type="submit"
              variant="primary"
              icon={<Printer aria-hidden size={16} />}
              isDisabled={drawn === 0}
              isLoading={isRunning}
              aria-describedby="print-ready"
            >
              {t(isLater ? "make" : "open")}
            </Button>
          )}
        </>
      }
    >
      {query.isPending && <LoadingBody />}
      {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
      {refusal && (
        <Banner tone="critical" role="alert" className="mb-4">
          {refusalText(refusal)}
        </Banner>
      )}
      {isMade && <FollowedPrint printId={printId} total={count} />}
      {check && !isMade && (
        <>
          <PrintedReturns id="print-ready" check={check} />
          <RadioGroup legend={t("what")} className="mb-5">
            {CHOICES.map((choice) => (
              <Radio
                key={choice}
                name="parts"
                value={choice}
                checked={parts === choice}
                onChange={() => setParts(choice)}
                label={t(choice)}
                description={t(`${choice}Hint`)}
              />
            ))}
          </RadioGroup>
          <PrintSizesField sizes={sizes} onChange={choose} hasLabel={parts !== "slip"} hasSlip={parts !== "label"} />
        </>
      )}
    </Dialog>
  );
}

/** A selection does not fit an address, and a page cannot open a tab with what it fetched itself: a form can. */
function openInNewTab(fields: Record<string, string>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/labels";
  form.target = "_blank";
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
