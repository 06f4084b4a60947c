"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ImportRow } from "@/lib/imports/imports";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { hasNothingRead } from "@/lib/policy/imports/import-report";
import { isChecked } from "@/lib/policy/machines/import/statuses";
import { useReasonWords } from "../../_components/reason-words";
import { dropImport, runImport } from "../../actions";

/** After the check: import it, or forget it. Doubts about the files come first and have to be answered. */
export function DecideImport({ row }: { row: ImportRow }) {
  const t = useTranslations("import");
  const router = useRouter();
  const refusalText = useRefusalWords();
  const confirm = useAction(runImport);
  const drop = useAction(dropImport);
  const [isAccepted, setAccepted] = useState(false);
  const [isWithout, setWithout] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const canImport = isChecked(row.state) && row.files.some((file) => file.refusal === null) && !hasNothingRead(row);
  const count = row.newCount + row.changedCount;
  const go = async () => {
    const answer = await confirm.run({ importId: row.id, acceptsWarnings: isAccepted, isWithoutAutomation: isWithout });
    setRefusal(answer.ok ? null : answer.refusal);
  };
  const acts = row.effects && row.effects.authorized > 0 ? row.effects : null;
  const confirmWords = t(row.kind === "orders" ? "confirmOrders" : "confirm", { count });
  const discard = async () => {
    const answer = await drop.run({ importId: row.id });
    if (!answer.ok) return setRefusal(answer.refusal);
    notify({ title: t("discarded") });
    router.push(paths.import);
  };
  return (
    <div className="flex flex-col gap-3">
      {row.warnings.length > 0 && <Warnings row={row} isAccepted={isAccepted} onAccept={setAccepted} />}
      {canImport && acts && (
        <div>
          <p className="mb-1">{t("acts", acts)}</p>
          <Checkbox label={t("without")} checked={isWithout} onChange={(event) => setWithout(event.target.checked)} />
        </div>
      )}
      {canImport && <Besides row={row} />}
      {refusal && (
        <Banner tone="critical" role="alert">
          {refusalText(refusal)}
        </Banner>
      )}
      <div className="flex flex-wrap gap-2">
        {canImport && (
          <Button variant="primary" isLoading={confirm.isRunning} onClick={() => void go()}>
            {acts && !isWithout ? t("confirmActs", { what: confirmWords, ...acts }) : confirmWords}
          </Button>
        )}
        <Button isLoading={drop.isRunning} onClick={() => void discard()}>
          {t("discard")}
        </Button>
      </div>
    </div>
  );
}

/** P-31: what else follows by itself: known returns that the file moves on, and the team's digest of new ones. */
function Besides({ row: { kind, newCount, effects } }: { row: ImportRow }) {
  const t = useTranslations("import");
  const followed = effects?.followed ?? 0;
  const hasDigest = kind === "returns" && newCount > 0;
  if (followed === 0 && !hasDigest) return null;
  return (
    <p className="text-muted">
      {followed > 0 && t("follows", { followed })} {hasDigest && t("digest")}
    </p>
  );
}

function aboutOne({ code }: ImportRow["warnings"][number]) {
  if (code === "other_sheets") return "Sheets";
  if (code === "doubled_returns") return "Doubled";
  return code.startsWith("unknown_status") ? "Statuses" : "";
}

/** What the doubts are about, for their title; "" where one of them is about the file as a whole. */
function aboutOf(warnings: ImportRow["warnings"]) {
  const [first = "", ...others] = new Set(warnings.map(aboutOne));
  if (others.length === 0) return first;
  return first === "" || others.includes("") ? "" : "Several";
}

type WarningsProps = { row: ImportRow; isAccepted: boolean; onAccept: (isAccepted: boolean) => void };

function Warnings({ row, isAccepted, onAccept }: WarningsProps) {
  const t = useTranslations("import.warnings");
  const words = useReasonWords();
  const about = aboutOf(row.warnings);
  return (
    <Banner tone="warning" title={t(`title${about}`)}>
      <ul className="mt-1 flex flex-col gap-1">
        {row.warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>
            {row.files.length > 1 && typeof warning.file === "string" && <b>{t("file", { file: warning.file })} </b>}
            {words(warning)}
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Checkbox
          label={t(`accept${about}`, { channel: row.channelName })}
          checked={isAccepted}
          onChange={(event) => onAccept(event.target.checked)}
        />
      </div>
    </Banner>
  );
}
