import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import type { ImportRow, Stayed } from "@/lib/imports/imports";
import { hasNothingRead } from "@/lib/policy/imports/import-report";
import {
  hasFailed,
  isChecked,
  isCollecting,
  isIn,
  isTakenBack,
  isUnderWay,
} from "@/lib/policy/machines/import/statuses";
import { staysWhole, type Undone } from "@/lib/policy/machines/import/undo";
import { importPaths } from "../../import-paths";
import { DecideImport } from "./decide-import";
import { FollowImport } from "./follow-import";
import { RetryImport } from "./retry-import";
import { UndoImport } from "./undo-import";
import { SHOWN_STAYING, WhatStays } from "./what-stays";

export type ImportStateProps = {
  row: ImportRow;
  canRun: boolean;
  staying: { staying: Stayed[]; undone: Undone };
};

/** How an import stands and what can be done about it now. */
export function ImportState({ row, canRun, staying }: ImportStateProps) {
  const t = useTranslations("import");
  const { id, state } = row;
  if (isUnderWay(state)) {
    const { bytesDone, bytesTotal, newCount, changedCount, unchangedCount } = row;
    const initial = { state, bytesDone, bytesTotal, newCount, changedCount, unchangedCount };
    return (
      <Card>
        <FollowImport key={state} importId={id} initial={initial} />
      </Card>
    );
  }
  const undo = canRun && (
    <UndoImport
      importId={id}
      kind={row.kind}
      counts={{ new: row.newCount, changed: row.changedCount }}
      stayed={staying.staying.slice(0, SHOWN_STAYING)}
      stayedCount={staying.staying.length}
      isAll={staysWhole(staying.undone)}
    />
  );
  const actions = "mt-3 flex flex-wrap items-center gap-2";
  return (
    <Card>
      {isCollecting(state) && <p>{t("uploadingBody")}</p>}
      {isChecked(state) && (
        <p className="mb-3">
          {t(`checkedBody.${readiness(row)}`)}{" "}
          {row.mapping && (
            <>
              {t("columnsFromLast")}{" "}
              {canRun && (
                <Link href={importPaths.columns(id)} className="prose-link">
                  {t("changeColumns")}
                </Link>
              )}
            </>
          )}
        </p>
      )}
      {isTakenBack(state) && <p>{t(row.stayedCount > 0 ? "undoneInPart" : "undoneBody")}</p>}
      {isTakenBack(state) && row.stayedCount > 0 && (
        <WhatStays kind={row.kind} stayed={row.stayed ?? []} count={row.stayedCount} />
      )}
      {hasFailed(state) && (
        <Banner tone="critical" title={t("failedTitle")}>
          {t("failedBody")} {row.failure && <span className="identifier">{row.failure}</span>}
        </Banner>
      )}
      {isIn(state) && <p>{t("doneBody")}</p>}
      {(isCollecting(state) || isChecked(state)) && canRun && <DecideImport row={row} />}
      {hasFailed(state) && canRun && (
        <div className={actions}>
          {/* The command line keeps no copy of its files: there it is simply run again. */}
          {row.createdByName !== null && <RetryImport importId={id} />}
          {undo}
        </div>
      )}
      {isIn(state) && (
        <div className={actions}>
          <LinkButton href={paths.returns()} variant="primary">
            {t("toReturns")}
          </LinkButton>
          <LinkButton href={paths.import}>{t("another")}</LinkButton>
          {undo}
        </div>
      )}
    </Card>
  );
}

const readiness = (row: ImportRow): "mapping" | "none" | "refused" | "nothing" | "ready" => {
  const { files, newCount, changedCount } = row;
  if (files.some(({ refusal }) => refusal?.code === "needs_mapping")) return "mapping";
  if (files.every(({ refusal }) => refusal !== null)) return "none";
  if (hasNothingRead(row)) return "refused";
  return newCount + changedCount === 0 ? "nothing" : "ready";
};
