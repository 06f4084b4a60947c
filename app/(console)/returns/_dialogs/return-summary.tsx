import { useTranslations } from "next-intl";
import { InWordsOf, ReasonName } from "@/components/returns/reason-name";
import { ExemptBadge, VerdictBadge } from "@/components/returns/verdict-badge";
import { VerdictSentence } from "@/components/returns/verdict-sentence";
import { useNow } from "@/components/ui/now";
import { shownText } from "@/lib/kernel/shown-text";
import type { DecisionOptions } from "@/lib/returns/decision-options";

/** What is being decided: the items, why the buyer asks, and what policy says. */
export function ReturnSummary({ options }: { options: DecisionOptions }) {
  const t = useTranslations("authorize");
  const now = useNow();
  const { lines, orderNumber, buyerComment, evaluation, channel } = options;
  return (
    <div className="mb-5 rounded-card border border-line bg-sunken px-3.5 py-3">
      <ul className="flex flex-col gap-1">
        {lines.map((line) => (
          <li key={`${line.sku} ${line.title} ${line.reason}`}>
            <span className="font-semibold" dir="auto">
              {shownText(line.title ?? t("untitled"))}
            </span>{" "}
            <span className="tabular-nums">{t("quantity", { quantity: line.quantity })}</span>
            <span className="block text-muted text-small">
              {line.sku && <span className="identifier me-2">{line.sku}</span>}
              <InWordsOf marketplace={channel.marketplace}>
                <ReasonName reason={line.reason} labels={line.reasonLabels} />
              </InWordsOf>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted text-small">
        {t("order", { order: orderNumber })} · {channel.name}
      </p>
      {buyerComment && (
        <p className="mt-2 border-control border-s-2 ps-2.5 text-small">
          <span className="sr-only">{t("buyerSays")}: </span>
          <span dir="auto">{shownText(buyerComment)}</span>
        </p>
      )}
      <p className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
        <VerdictBadge verdict={evaluation.verdict} />
        {evaluation.isExempt && <ExemptBadge />}
        <span>
          <InWordsOf marketplace={channel.marketplace}>
            <VerdictSentence evaluation={evaluation} lines={lines} now={now} />
          </InWordsOf>
        </span>
      </p>
    </div>
  );
}
