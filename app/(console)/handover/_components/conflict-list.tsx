"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import { StatusBadge } from "@/components/returns/status-badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { keepDecision, takeTheirs } from "../actions";
import type { HandoverConflict } from "../read-handovers";
import { DeciderLine } from "./decider-line";
import { ItemsLine } from "./items-line";
import { PageLinks } from "./page-links";

type Shared = { marketplace: Marketplace; mayDecide: boolean };

/** P-24: what was decided here and a report speaks against; a person says which of the two counts. */
export function ConflictList({ conflicts, ...shared }: Shared & { conflicts: readonly HandoverConflict[] }) {
  const t = useTranslations("handover.conflicts");
  const { marketplace } = shared;
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-6">
      <h2 id={id} className="mb-1.5 text-h2 heading">
        {t("title", { count: conflicts.length })}
      </h2>
      <Banner tone="critical" className="mb-2.5">
        <p>{t("body", { marketplace })}</p>
        <dl className="mt-1.5 grid gap-x-6 gap-y-1 md:grid-cols-2">
          <div>
            <dt className="font-semibold">{t("take", { marketplace })}</dt>
            <dd id={`${id}-take`}>{t("takeNote", { marketplace })}</dd>
          </div>
          <div>
            <dt className="font-semibold">{t("keep")}</dt>
            <dd id={`${id}-keep`}>{t("keepNote", { marketplace })}</dd>
          </div>
        </dl>
      </Banner>
      <ul className="divide-y divide-line overflow-clip rounded-card border border-tone-critical-icon bg-surface">
        {conflicts.map((conflict) => (
          <Conflict key={conflict.returnId} conflict={conflict} notesId={id} {...shared} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({
  conflict,
  notesId,
  marketplace,
  mayDecide,
}: Shared & { conflict: HandoverConflict; notesId: string }) {
  const t = useTranslations("handover.conflicts");
  const entry = useTranslations("handover.entry");
  const words = useRefusalWords();
  const take = useAction(takeTheirs);
  const keep = useAction(keepDecision);
  const isBusy = take.isRunning || keep.isRunning;
  const { returnId, name, orderNumber, status, theirs, said, decider, items, pages } = conflict;
  const tell = async (answering: Promise<ActionAnswer<unknown>>, title: string) => {
    const answer = await answering;
    if (answer.ok) notify({ title, tone: "success" });
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  return (
    <li className="grid gap-x-4 gap-y-2 px-3 py-3 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-1">
          <span className="identifier break-all font-semibold">{orderNumber}</span>
          <span className="-my-2 print:hidden">
            <CopyButton text={orderNumber} what={entry("order", { orderNumber })} />
          </span>
        </p>
        <p className="text-small">
          <Link href={paths.returnDetail(returnId)} className="prose-link">
            {name}
          </Link>
        </p>
        <ItemsLine items={items} count={items.length} />
      </div>
      <div className="min-w-0 text-small">
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
          {t.rich("sides", {
            marketplace,
            here: () => <StatusBadge status={status} as={statusWord(status, marketplace, null)} />,
            there: () => <StatusBadge status={theirs} as={statusWord(theirs, marketplace, said)} />,
          })}
        </p>
        <p className="mt-1 text-muted">
          <DeciderLine decider={decider} move={decider.move} />
        </p>
        <PageLinks pages={pages} orderNumber={orderNumber} marketplace={marketplace} />
      </div>
      {mayDecide && (
        <div className="flex flex-wrap items-start gap-2 xl:flex-nowrap">
          <Button
            size="sm"
            isLoading={take.isRunning}
            isDisabled={isBusy}
            aria-label={t("takeNamed", { marketplace, name })}
            aria-describedby={`${notesId}-take`}
            onClick={() => void tell(take.run({ returnId }), t("taken", { marketplace, name }))}
          >
            {t("take", { marketplace })}
          </Button>
          <Button
            size="sm"
            isLoading={keep.isRunning}
            isDisabled={isBusy}
            aria-label={t("keepNamed", { name })}
            aria-describedby={`${notesId}-keep`}
            onClick={() => void tell(keep.run({ returnId }), t("kept", { name }))}
          >
            {t("keep")}
          </Button>
        </div>
      )}
    </li>
  );
}
