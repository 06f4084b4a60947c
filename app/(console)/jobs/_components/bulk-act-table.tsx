import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import type { BulkActRow } from "@/lib/bulk/bulk-act-list";
import { paths } from "@/lib/i18n/paths";

const HEAD = "px-3 py-1.5 font-medium";
const CELL = "px-3 py-(--cell-y) align-top";
const NUMBER = "text-end tabular-nums";
const TEXT = "text-start";
const WIDE = "max-md:hidden";

/** Bulk acts with who started them, when, and how far they came. */
export function BulkActTable({ bulkActs }: { bulkActs: readonly BulkActRow[] }) {
  const t = useTranslations("bulkActs");
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-subtle">
          <tr>
            <th scope="col" className={`${HEAD} ${TEXT}`}>
              {t("columns.bulkAct")}
            </th>
            <th scope="col" className={`${HEAD} ${TEXT} ${WIDE}`}>
              {t("columns.by")}
            </th>
            <th scope="col" className={`${HEAD} ${TEXT} ${WIDE}`}>
              {t("columns.when")}
            </th>
            <th scope="col" className={`${HEAD} ${NUMBER}`}>
              {t("columns.done")}
            </th>
            <th scope="col" className={`${HEAD} ${NUMBER}`}>
              {t("columns.refused")}
            </th>
            <th scope="col" className={`${HEAD} ${TEXT} ${WIDE}`}>
              {t("columns.state")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {bulkActs.map((bulkAct) => (
            <Row key={bulkAct.id} bulkAct={bulkAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ bulkAct }: { bulkAct: BulkActRow }) {
  const t = useTranslations("bulkActs");
  const locale = useLocale();
  const { id, kind, state, total, moved, refused, notFound, createdByName, createdAt } = bulkAct;
  const done = moved + refused + notFound;
  const title = t("title", { kind, total });
  return (
    <tr>
      <th scope="row" className={`${CELL} text-start font-medium`}>
        <Link href={paths.bulkAct(id)} className="prose-link">
          {title}
        </Link>
        <div className="mt-1 font-normal md:hidden">
          <BulkActStateBadge state={state} isWhole={moved === total} />
          <p className="mt-1 text-muted">
            {createdByName} · <Time at={createdAt} style="ago" />
          </p>
        </div>
        {state !== "done" && (
          <Progress
            className="mt-1.5 max-w-72 font-normal"
            label={t(`state.${state}`)}
            value={done}
            max={total}
            text={t("progress", { done, total })}
          />
        )}
      </th>
      <td className={`${CELL} ${WIDE}`}>{createdByName}</td>
      <td className={`${CELL} ${WIDE}`}>
        <Time at={createdAt} style="ago" />
      </td>
      <td className={`${CELL} ${NUMBER}`}>{moved.toLocaleString(locale)}</td>
      <td className={`${CELL} ${NUMBER}`}>{(refused + notFound).toLocaleString(locale)}</td>
      <td className={`${CELL} ${WIDE}`}>
        <BulkActStateBadge state={state} isWhole={moved === total} />
      </td>
    </tr>
  );
}

/** How a bulk act stands; one that ended without doing all that was asked says so. */
export function BulkActStateBadge({ state, isWhole }: { state: BulkActRow["state"]; isWhole: boolean }) {
  const t = useTranslations("bulkActs.stateOf");
  if (state !== "done") return <Badge tone="info">{t(state)}</Badge>;
  return isWhole ? <Badge tone="success">{t("done")}</Badge> : <Badge tone="attention">{t("partly")}</Badge>;
}
